import type { SearchDocument, SearchLabels } from './document.ts';
import { facetTerm, field } from './fields.ts';
import { frequencyLevel } from '../ranking/frequency.ts';
import { canonicalLanguage, foldedSite, foldedTag } from '../query/label-names.ts';
import { fold } from './fold.ts';
import { rangeBucket } from './range-buckets.ts';
import { indexTerms, longestTerm } from './tokenize.ts';

/** The fields that a term stands in: bit n for the value n of `field`. */
export interface TermFields {
  readonly mask: number;
}

export type FieldTerms = ReadonlyMap<string, TermFields>;

/** The values of `field` that a term stands in, ascending. */
export function eachField({ mask }: TermFields, sink: (value: number) => void): void {
  for (let value = 0; mask >> value !== 0; value += 1) if (((mask >> value) & 1) === 1) sink(value);
}

/** What is known of a term while a document is read. */
class Collected implements TermFields {
  mask = 0;
  /** How often it stands in the running text that is being read. */
  count = 0;
}

class TermCollector {
  readonly terms = new Map<string, Collected>();

  #of(term: string): Collected {
    const known = this.terms.get(term);
    if (known !== undefined) return known;
    const collected = new Collected();
    this.terms.set(term, collected);
    return collected;
  }

  add(term: string, value: number): void {
    this.#of(term).mask |= 1 << value;
  }

  addText(text: string, value: number, title = false): void {
    indexTerms(text, (term) => this.add(term, value), title);
  }

  /** Terms of running text with their frequency, levelled by the field's length. */
  addRunning(texts: readonly string[], first: number): void {
    let length = 0;
    for (const text of texts) {
      indexTerms(text, (term) => {
        this.#of(term).count += 1;
        length += 1;
      });
    }
    if (length === 0) return;
    for (const collected of this.terms.values()) {
      if (collected.count === 0) continue;
      collected.mask |= 1 << (first + frequencyLevel(collected.count, length));
      collected.count = 0;
    }
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
  return collector.terms;
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
  return collector.terms;
}
