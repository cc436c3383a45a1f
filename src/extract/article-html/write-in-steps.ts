import { BlockWriter, trimBreaks } from './block-writer.ts';
import { isBlock } from './element-kinds.ts';
import { closeGroup, emptyParagraph, placeBlock, writeChild } from './write-blocks.ts';
import { writeInline } from './write-inline.ts';
import { writeListInSteps } from './write-list.ts';
import { writeTableInSteps } from './write-table.ts';
import type { WritingContext } from './writing-context.ts';

/** Elements of the page that are written without a rest. */
const stepSize = 500;

/** As writeBlocks, with rests between, also within long tables, lists, paragraphs and groups. */
export function* writeBlocksInSteps(
  source: Element,
  out: Element,
  context: WritingContext,
): Generator<string, void> {
  const sink = new BlockWriter(out, context.document);
  yield* writeChildren(source, sink, context);
  sink.flush();
}

function* writeChildren(
  source: Element,
  sink: BlockWriter,
  context: WritingContext,
): Generator<string, void> {
  let written = 0;
  for (const child of source.childNodes) {
    if (child instanceof Element && isBlock(child) && isLarge(child)) {
      yield* writeBlock(child, sink, context);
      yield 'writing';
    } else {
      writeChild(child, sink, context);
      written += 1;
      if (written % 200 === 0) yield 'writing';
    }
  }
}

function* writeBlock(element: Element, sink: BlockWriter, context: WritingContext): Generator<string, void> {
  if (isGroup(element)) {
    sink.flush();
    const before = sink.out.lastElementChild;
    yield* writeChildren(element, sink, context);
    closeGroup(element, before, sink, context);
    return;
  }
  const write = writers.get(element.tagName);
  const isPlain = !element.hasAttribute('data-math') && !element.hasAttribute('data-tabs');
  const made = write === undefined || !isPlain ? null : yield* write(element, context);
  if (made === null) {
    writeChild(element, sink, context);
    return;
  }
  sink.flush();
  placeBlock(element, made, sink, context);
}

type Writer = (element: Element, context: WritingContext) => Generator<string, HTMLElement | null>;

const writers: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['TABLE', writeTableInSteps],
  ['UL', writeListInSteps],
  ['OL', writeListInSteps],
  ['P', writeParagraph],
]);

function* writeParagraph(element: Element, context: WritingContext): Generator<string, HTMLElement | null> {
  const paragraph = emptyParagraph(element, context);
  if (paragraph === null) return null;
  let written = 0;
  for (const child of element.childNodes) {
    writeInline(child, paragraph, context);
    written += 1;
    if (written % stepSize === 0) yield 'writing';
  }
  trimBreaks(paragraph);
  return paragraph;
}

/** An element that groups others and is nothing by itself. */
function isGroup(element: Element): boolean {
  return (
    /^(?:DIV|SECTION|ARTICLE|MAIN)$/.test(element.tagName) &&
    !element.matches('[data-math], [data-footnotes], [data-tabs]')
  );
}

function isLarge(element: Element): boolean {
  // The browser goes no further than the place that is asked for.
  return element.getElementsByTagName('*').item(stepSize) !== null;
}
