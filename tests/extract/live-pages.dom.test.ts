import { afterEach, describe, expect, test } from 'vitest';
import { extractPage } from '../../src/extract/extract-page.ts';
import { pageSource } from '../../src/extract/page-source.ts';
import { readLivePage } from '../../src/extract/copy/read-live-page.ts';
import { Failure } from '../../src/core/failure.ts';

const prose = 'Words enough to be taken for an article, said again and again until they are. '.repeat(6);
const place = document.createElement('div');

/** Writes into the test's own page, since only a page that is shown has a selection and frames. */
function show(...children: readonly (Node | string)[]): void {
  place.replaceChildren(...children);
  document.body.append(place);
}

function element(name: string, ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

afterEach(() => {
  document.getSelection()?.removeAllRanges();
  place.remove();
});

function select(from: Node, fromOffset: number, to: Node, toOffset: number): void {
  document.getSelection()?.setBaseAndExtent(from, fromOffset, to, toOffset);
}

describe('a selection', () => {
  test('is clipped alone, with its code as it is', () => {
    const first = element('p', 'not this one');
    const second = element('p', 'this passage and ', element('em', 'this'));
    const code = element('pre', element('code', 'if x:\n\tpass'));
    show(first, second, code, element('p', prose));
    select(second, 0, code, 1);
    const article = extractPage(document, { scope: 'selection' });
    expect(article.blocks.map((block) => block.text)).toEqual(['this passage and this', 'if x:\n\tpass']);
  });

  test('of some words of a paragraph is those words', () => {
    const paragraph = element('p', 'one two three');
    show(paragraph, element('p', prose));
    const words = paragraph.firstChild;
    if (words === null) throw new Error('no words');
    select(words, 4, words, 7);
    expect(extractPage(document, { scope: 'selection' }).blocks.map((block) => block.text)).toEqual(['two']);
  });

  test('of nothing is no article', () => {
    show(element('p', prose));
    expect(() => extractPage(document, { scope: 'selection' })).toThrow(
      new Failure('page/no-article', 'nothing is selected'),
    );
  });
});

test('the text of a frame of the same origin is the article where the page has hardly any', () => {
  const frame = document.createElement('iframe');
  show(element('p', 'A wiki.'), frame);
  const inner = frame.contentDocument;
  if (inner === null) throw new Error('no frame');
  const code = inner.createElement('pre');
  code.textContent = 'in the frame';
  const paragraph = inner.createElement('p');
  paragraph.textContent = prose;
  inner.body.append(paragraph, code);
  const article = extractPage(document);
  expect(article.blocks.map((block) => block.text)).toContain('in the frame');
});

test('Distill’s notes and citations, as its script shows them in shadow roots', () => {
  const note = element('d-footnote', 'They are ', element('em', 'overwritten'), '.');
  const box = element('div', document.createElement('slot'));
  box.className = 'dt-hover-box';
  note.attachShadow({ mode: 'open' }).append(element('div', box), element('sup', element('span', '1')));
  const cite = element('d-cite');
  cite.setAttribute('key', 'ring1999');
  const words = element('div', document.createElement('slot'), element('span', '[7]'));
  words.className = 'citation';
  if (words.lastElementChild !== null) words.lastElementChild.className = 'citation-number';
  cite.attachShadow({ mode: 'open' }).append(element('d-hover-box', 'Rings, A. Lee, 1999'), words);
  show(
    element('d-article', element('p', 'Older values go', note, ' as was shown', cite, '. ', prose)),
    element(
      'd-appendix',
      element('d-citation-list', element('h3', 'References'), element('ol', element('li', 'Rings'))),
    ),
  );
  const texts = extractPage(document).blocks.map((block) => block.text);
  expect(texts[0]).toContain('Older values go1 as was shown[7]. Words');
  expect(texts).toContain('They are overwritten.');
  expect(texts).toContain('Rings');
  expect(texts.join(' ')).not.toContain('A. Lee');
});

describe('what only a style sheet says', () => {
  test('code is a block where white space counts in it, and its numbers are those that cannot be selected', async () => {
    const style = element(
      'style',
      '.shown { display: block; white-space: pre } .shown i { user-select: none } .box { font: 12px monospace; white-space: pre-wrap }',
    );
    const code = element('code', element('i', '1'), 'def f():\n', element('i', '2'), '    pass');
    code.className = 'shown';
    const box = element('div', '$ make\n  cc -o a a.c');
    box.className = 'box';
    show(style, element('p', prose), code, box, element('p', prose, element('code', 'f()')));
    const blocks = extractPage(document).blocks.filter((block) => block.kind === 'code');
    expect(blocks.map((block) => block.text)).toEqual(['def f():\n    pass', '$ make\n  cc -o a a.c']);
    expect(code.hasAttribute('style'), 'the page itself is not changed').toBe(false);
    const source = await unpack((await pageSource(readLivePage(document))) ?? '');
    expect(source, 'and the kept source says it').toContain(
      '<code class="shown" style="white-space:pre;display:block;">',
    );
  });
});

async function unpack(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
  return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}
test('what the page’s style sheet hides is not read, unless a press shows it', () => {
  const style = element('style', '.for-phones, .later { display: none }');
  const twin = element('div', element('p', 'Phones show this copy of the step in place of the other one.'));
  twin.className = 'for-phones';
  const answer = element('p', 'It does, but only after the question was pressed once.');
  answer.className = 'later';
  const toast = element('span', 'Copied!');
  toast.className = 'later';
  show(
    style,
    element('p', prose),
    twin,
    element('p', 'Press ', toast, ' the button. ', prose),
    element('div', element('button', 'Does it open?')),
    answer,
    element('p', prose),
  );
  const text = extractPage(document)
    .blocks.map((block) => block.text)
    .join('\n');
  expect(text).not.toContain('Phones');
  expect(text).toContain('Press the button.');
  expect(text).toContain('only after the question');
});

describe('what a style sheet shows', () => {
  test('over the page, wherever it is scrolled to, is no part of it', () => {
    const greeting = element(
      'div',
      element('p', 'Hello! I am the helper of this site, and I know where all of it is.'),
    );
    greeting.style.position = 'fixed';
    show(greeting, element('div', element('h1', 'Pumps'), element('p', prose), element('p', prose)));
    expect(extractPage(document).html).not.toContain('helper');
  });

  test('as blocks, though its elements are the page’s own, is a paragraph each', () => {
    const style = element('style', 'x-words { display: block }');
    const holder = element('x-page', element('x-words', prose), element('x-words', prose));
    show(style, element('div', element('h1', 'Pumps'), holder));
    const texts = extractPage(document).blocks.map(({ text }) => text);
    expect(texts.filter((each) => each === prose.trim())).toHaveLength(2);
  });
});
