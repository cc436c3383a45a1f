import type { SearchDocument, SearchLabels } from './document.ts';
import { facetTerm, field } from './fields.ts';
import { frequencyLevel } from '../ranking/frequency.ts';
import { canonicalLanguage, foldedSite, foldedTag } from '../query/label-names.ts';
import { fold } from './fold.ts';
import { rangeBucket } from './range-buckets.ts';
import { indexTerms, longestTerm } from './tokenize.ts';

/** For each term the fields it stands in (values of `field`, ascending). */
export type FieldTerms = ReadonlyMap<string, readonly number[]>;

class TermCollector {
  readonly terms = new Map<string, number[]>();

  add(term: string, value: number): void {
    const values = this.terms.get(term);
    if (values === undefined) this.terms.set(term, [value]);
    else if (!values.includes(value)) values.push(value);
  }

  addText(text: string, value: number, title = false): void {
    indexTerms(
      text,
      (term) => {
        this.add(term, value);
      },
      title,
    );
  }

  /** Terms of running text with their frequency, levelled by the field's length. */
  addRunning(texts: readonly string[], first: number): void {
    const counts = new Map<string, number>();
    let length = 0;
    for (const text of texts) {
      indexTerms(text, (term) => {
        counts.set(term, (counts.get(term) ?? 0) + 1);
        length += 1;
      });
    }
    for (const [term, count] of counts) this.add(term, first + frequencyLevel(count, length));
  }

  sorted(): FieldTerms {
    for (const values of this.terms.values()) values.sort((a, b) => a - b);
    return this.terms;
  }
}

/** `a.b.example.com` is found as itself, as `example.com`, and by each of its labels (`site:example`). */
function siteNames(site: string): readonly string[] {
  const labels = foldedSite(site).split('.');
  return [...labels.map((_, i) => labels.slice(i).join('.')), ...labels];
}

/** `a/b/c` is found as itself and under `a` and `a/b`. */
function tagNames(tag: string): readonly string[] {
  const parts = foldedTag(tag).split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

function labelFacets(labels: SearchLabels): readonly (readonly [string, string])[] {
  return [
    ...labels.tags.flatMap(tagNames).map((name) => ['tag', name] as const),
    ...siteNames(labels.site).map((name) => ['site', name] as const),
    ...(labels.starred ? [['is', 'starred'] as const] : []),
    ...(labels.read ? [['is', 'read'] as const] : []),
    ...(labels.trashed ? [['is', 'trash'] as const] : []),
    ...(labels.note.trim() === '' ? [] : [['has', 'note'] as const]),
    ...(labels.highlightColors === undefined ? [] : [['has', 'highlight'] as const]),
    ...(labels.highlightColors ?? []).map((color) => ['color', color] as const),
    ...labels.states.map((state) => ['is', state] as const),
    ...(labels.tags.length === 0 ? [['tag', ''] as const] : []),
    ['source', labels.source] as const,
    ['words', rangeBucket('words', labels.words)] as const,
    ['time', rangeBucket('time', labels.minutes)] as const,
    ...(labels.published === null
      ? []
      : [['published', rangeBucket('published', labels.published)] as const]),
  ];
}

export function labelTerms(labels: SearchLabels): FieldTerms {
  const collector = new TermCollector();
  collector.addText(labels.note, field.note);
  collector.addText(labels.highlightNotes ?? '', field.note);
  for (const text of [...labels.tags, labels.author ?? '', labels.site, labels.siteName ?? '']) {
    collector.addText(text, field.label);
  }
  indexTerms(labels.author ?? '', (term) => {
    collector.add(facetTerm('author', term).slice(0, longestTerm), field.labelFacet);
  });
  for (const [name, value] of labelFacets(labels)) {
    collector.add(facetTerm(name, value).slice(0, longestTerm), field.labelFacet);
  }
  return collector.sorted();
}

export function textTerms(document: SearchDocument): FieldTerms {
  const collector = new TermCollector();
  const texts = (kinds: readonly string[]): string[] =>
    document.blocks.filter((block) => kinds.includes(block.kind)).map((block) => block.text);
  collector.addRunning(texts(['prose', 'math']), field.prose);
  collector.addRunning(texts(['code']), field.code);
  for (const text of texts(['heading'])) collector.addText(text, field.heading, true);
  for (const block of document.blocks) {
    if (block.kind === 'code' && block.fileName !== undefined) {
      collector.addText(block.fileName, field.heading);
    }
  }
  collector.addText(document.title, field.title, true);
  const facets = [
    ...document.codeLanguages.map((name) => facetTerm('lang', canonicalLanguage(name))),
    ...(document.hasCode ? [facetTerm('has', 'code')] : []),
    ...(document.hasImage ? [facetTerm('has', 'image')] : []),
    ...(document.hasMath ? [facetTerm('has', 'math')] : []),
  ];
  for (const facet of facets) collector.add(fold(facet), field.textFacet);
  return collector.sorted();
}
