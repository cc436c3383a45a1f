import { describe, expect, test } from 'vitest';
import { extractPage, extractPageInTurns } from '../../src/extract/extract-page.ts';
import { Failure } from '../../src/core/failure.ts';

const prose = '<p>Words enough to be taken for an article, said again and again until they are. </p>'.repeat(
  6,
);

function parse(body: string, type: DOMParserSupportedType = 'text/html'): Document {
  const xmlns = type === 'text/html' ? '' : ' xmlns="http://www.w3.org/1999/xhtml"';
  return new DOMParser().parseFromString(`<html${xmlns}><head><title>t</title></head>${body}</html>`, type);
}

function codeOf(page: Document): readonly string[] {
  return extractPage(page).blocks.flatMap((block) => (block.kind === 'code' ? [block.text] : []));
}

describe('pages that do strange things', () => {
  test('a page without text is no article', () => {
    expect(() => extractPage(parse('<body><script>1</script></body>'))).toThrow(
      new Failure('page/no-article'),
    );
  });

  test('frame sets have no text of their own', () => {
    expect(() => extractPage(parse('<frameset><frame src="about:blank"></frameset>'))).toThrow(Failure);
  });

  test('5,000 levels of nesting give the text', () => {
    const page = parse(`<body>${prose}</body>`);
    let inner: Element = page.body;
    for (let level = 0; level < 5000; level++) inner = inner.appendChild(page.createElement('div'));
    inner.append('the innermost words');
    expect(extractPage(page).html).toContain('the innermost words');
  });

  test('names that hide members of the document and of forms hide nothing', () => {
    const named = [
      'body',
      'documentElement',
      'getElementsByTagName',
      'createElement',
      'childNodes',
      'implementation',
    ];
    const images = named.map((name) => `<img name="${name}" src="x.png">`).join('');
    const page = parse(
      `<body>${images}<form><input name="childNodes"><input name="attributes">${prose}<pre>a\tb</pre></form></body>`,
    );
    expect(codeOf(page)).toEqual(['a\tb']);
  });

  test('XHTML', () => {
    const page = parse(
      `<body><article>${prose}<pre><code class="language-go">x := 1</code></pre></article></body>`,
      'application/xhtml+xml',
    );
    expect(codeOf(page)).toEqual(['x := 1']);
  });

  test('an open shadow root in another one, with the host in its slot', () => {
    const page = parse(`<body>${prose}<x-outer><p>slotted words</p></x-outer></body>`);
    const outer = page.querySelector('x-outer')?.attachShadow({ mode: 'open' });
    const inner = page.createElement('x-inner');
    outer?.append(page.createElement('slot'), inner);
    const pre = page.createElement('pre');
    pre.textContent = 'two deep';
    inner.attachShadow({ mode: 'open' }).append(pre);
    expect(codeOf(page)).toEqual(['two deep']);
    expect(extractPage(page).html).toContain('slotted words');
  });

  test('in turns, a page gives the same article', async () => {
    const page = parse(`<body>${prose}<pre>code</pre></body>`);
    expect(await extractPageInTurns(page)).toEqual(extractPage(page));
  });

  test('open shadow roots belong to the page', () => {
    const page = parse(`<body><article>${prose}<x-code></x-code></article></body>`);
    const shadow = page.querySelector('x-code')?.attachShadow({ mode: 'open' });
    const pre = page.createElement('pre');
    pre.textContent = 'in the shadow';
    shadow?.append(pre);
    expect(codeOf(page)).toEqual(['in the shadow']);
  });

  test('60,000 elements', () => {
    const page = parse(
      `<body><article>${prose.repeat(10)}${'<p>one <b>two</b> three</p>'.repeat(30_000)}</article></body>`,
    );
    expect(extractPage(page).blocks.length).toBeGreaterThan(30_000);
  });
});
