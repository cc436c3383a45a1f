import { isoTime } from '../../core/time.ts';
import type { TextBlock } from '../../core/clip/article.ts';
import type { BlockPoint } from '../../core/highlight/highlight.ts';
import type { ExportClip } from './clip-markdown.ts';
import { inTextOrder, type WrittenHighlight, writtenHighlight } from './written-highlight.ts';

/** Where the types and names of a W3C annotation are defined. */
const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/**
 * The highlights of clips as a page of W3C Web Annotations (https://www.w3.org/TR/annotation-model/), in chunks of text. Places
 * count UTF-16 units of the article's blocks, joined by line breaks; importAnnotations goes by the words.
 */
export async function* webAnnotations(
  clips: AsyncIterable<ExportClip> | Iterable<ExportClip>,
): AsyncGenerator<string> {
  yield `{"@context":"${annotationContext}","type":"AnnotationPage","items":[`;
  let separator = '\n';
  for await (const { clip, body, highlights = [] } of clips) {
    const blocks = body?.blocks ?? [];
    const written = inTextOrder(highlights.map((highlight) => writtenHighlight(highlight, blocks)));
    for (const highlight of written) {
      yield `${separator}${JSON.stringify(annotation(highlight, clip, blocks))}`;
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}

function annotation(
  highlight: WrittenHighlight,
  clip: ExportClip['clip'],
  blocks: readonly TextBlock[],
): Readonly<Record<string, unknown>> {
  const { id, note, tags, color, createdAt } = highlight;
  const body = [
    ...(note === ''
      ? []
      : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: note }]),
    ...tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
  ];
  return {
    id: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ? `urn:uuid:${id}` : `urn:clipshelf:${id}`,
    type: 'Annotation',
    motivation: note === '' ? 'highlighting' : 'commenting',
    created: isoTime(createdAt),
    ...(body.length === 0 ? {} : { body }),
    target: {
      source: clip.url,
      'dcterms:title': clip.title,
      styleClass: color,
      selector: selectors(highlight, blocks),
    },
  };
}

function selectors(
  { picture, range, quote, prefix, suffix }: WrittenHighlight,
  blocks: readonly TextBlock[],
) {
  if (picture !== '') return [{ type: 'CssSelector', value: `img[src=${JSON.stringify(picture)}]` }];
  const words = { type: 'TextQuoteSelector', exact: quote, prefix, suffix };
  if (range === null) return [words];
  const [start, end] = [offsetOf(range.from, blocks, 0), offsetOf(range.to, blocks, Infinity)];
  return [words, { type: 'TextPositionSelector', start, end }];
}

/** Among all blocks, joined by line breaks. `whole`: where in its block a point stands that takes it whole. */
function offsetOf({ block, offset }: BlockPoint, blocks: readonly TextBlock[], whole: number): number {
  const before = blocks.slice(0, block).reduce((sum, { text }) => sum + text.length + 1, 0);
  return before + (offset ?? Math.min(whole, blocks[block]?.text.length ?? 0));
}
