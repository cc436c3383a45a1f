import { describe, expect, test } from 'vitest';
import { isComplete } from '../../../src/core/clip/completeness.ts';
import { extractPage } from '../../../src/extract/extract-page.ts';

const sentence =
  'A worker that loses its lease gives its item back, and another takes it after some seconds. ';
const code = '<pre><code>lease(item, 30)\nrenew(item)\nrelease(item, false)</code></pre>';

function integrityOf(body: string) {
  const page = new DOMParser().parseFromString(`<!doctype html><title>Leases</title>${body}`, 'text/html');
  return extractPage(page, { url: 'http://localhost/leases' }).integrity;
}

const article = `<main><article><h1>Leases</h1><p>${sentence}</p>${code}<p>${sentence.repeat(3)}</p></article></main>`;

describe('the account of a page', () => {
  test('is complete where only furniture was left out, and names it with its reason', () => {
    const integrity = integrityOf(
      `<nav><a href="/">Home of the leases</a> <a href="/all">All the articles</a></nav>${article}<div class="related-posts"><h2>More to read</h2><ul><li><a href="/a">Queues without any locks</a></li></ul></div><footer><p>© 2026 The people of the queue, who keep all rights.</p></footer>`,
    );
    expect(isComplete(integrity)).toBe(true);
    expect(integrity.leftOut?.map(({ reason }) => reason)).toContain('navigation');
    expect(integrity.leftOut?.some(({ isMissing }) => isMissing)).toBe(false);
  });

  test('is not complete where code was taken for an advertisement within the article', () => {
    const integrity = integrityOf(
      article.replace(
        '</pre>',
        `</pre><div class="newsletter"><p>${sentence}</p><input><pre>ticket(item)\nreturn(item)</pre></div>`,
      ),
    );
    expect(isComplete(integrity)).toBe(false);
  });

  test('is not complete where a passage within the article has no fate, whoever dropped it', () => {
    const integrity = integrityOf(
      article.replace(
        '</pre>',
        `</pre><div class="feedback"><p>${sentence.replaceAll('lease', 'ticket').repeat(2)}</p><button>Share</button><pre>ticket(item)\nreturn(item)</pre></div>`,
      ),
    );
    const missing = integrity.leftOut?.filter(({ isMissing }) => isMissing) ?? [];
    expect(isComplete(integrity)).toBe(false);
    expect(missing[0]?.text).toContain('ticket');
    expect(missing[0]?.html).toContain('<pre>');
    expect(integrity.found.codeBlocks).toBe(integrity.kept.codeBlocks + 1);
  });

  test('is not complete where more was left out than a short article holds', () => {
    const welcome = '<p>Welcome to these pages, and enjoy the day with all who write about the queue.</p>';
    const integrity = integrityOf(
      `<main><article itemprop="articleBody">${welcome.repeat(3)}</article></main><div class="feedback"><p>${sentence.repeat(6)}</p><button>Send</button></div>`,
    );
    expect(isComplete(integrity)).toBe(false);
  });

  test('takes the name of a file on the first line of code for no loss', () => {
    const integrity = integrityOf(
      article.replace(
        '<pre><code>',
        '<pre title="service.sh"><span class="filename">service.sh</span><code>',
      ),
    );
    expect(isComplete(integrity)).toBe(true);
  });

  test('counts the pictures and formulas that are gone from between kept words', () => {
    const lost = article.replace(
      code,
      `<p><img src="data:image/gif;base64,R0lGOD" data-unheard-of="hidden by a scheme that nobody knows" width="600" height="400"></p>${code}`,
    );
    const integrity = integrityOf(lost);
    expect(isComplete(integrity)).toBe(false);
    expect(integrity.found.images - integrity.kept.images).toBe(1);
    const whole = article.replace(
      code,
      `<p><img src="data:image/gif;base64,R0lGOD" data-src="/queue.png"><img src="/icon.gif" width="16" height="16" class="avatar"></p><figure><img srcset="/small/lease.jpg 300w, /large/lease.jpg 900w"></figure><p>It takes <span class="katex"><span class="katex-mathml"><math><semantics><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span></span> steps.</p>${code}`,
    );
    expect(isComplete(integrityOf(whole))).toBe(true);
    expect(integrityOf(whole).found).toMatchObject({ images: 2, formulas: 1 });
  });

  test('knows margins of numbers and hidden words for what they are', () => {
    const integrity = integrityOf(
      article.replace(
        '<pre>',
        '<pre class="gutter">1\n2\n3</pre><p style="display:none">Copied to the clipboard of the reader</p><pre>',
      ),
    );
    expect(isComplete(integrity)).toBe(true);
  });

  test('a page that is loading, sold or behind a login is not complete, and says why', () => {
    expect(integrityOf('<div id="root"><div class="spinner">Loading…</div></div>').notice).toBe('loading');
    expect(
      integrityOf(
        article.replace('</article>', '<div class="paywall"><p>The rest is for members.</p></div></article>'),
      ).notice,
    ).toBe('paywall');
    expect(
      integrityOf('<main><p>Sign in to read on about leases.</p><input type="password"></main>').notice,
    ).toBe('login');
    expect(
      integrityOf(`${article}<div role="grid" aria-rowcount="100"><div role="row">one of them</div></div>`)
        .notice,
    ).toBe('rows');
  });
});

test('a step that fails is named, and the article is made without it', () => {
  const page = new DOMParser().parseFromString(
    `<!doctype html><title>Leases</title>${article.replace('<pre>', '<mjx-container><mjx-math><mjx-c data-c="zz"></mjx-c></mjx-math></mjx-container><pre>')}`,
    'text/html',
  );
  expect(extractPage(page, { url: 'http://localhost/' }).blocks.length).toBeGreaterThan(2);
});

test('all turns of a conversation are one article', () => {
  const turn = (name: string, text: string) =>
    `<div class="${name}"><div class="bubble"><p>${text}</p></div></div>`;
  const page = new DOMParser().parseFromString(
    `<!doctype html><title>Leases</title><div id="app"><div class="log">${turn('asks', 'How do leases end?')}${turn('says', sentence.repeat(4))}${turn('asks', 'And who renews them?')}${turn('says', `The worker itself. ${sentence.repeat(2)}`)}</div></div>`,
    'text/html',
  );
  const { blocks } = extractPage(page, { url: 'http://localhost/' });
  expect(blocks.map(({ text }) => text.slice(0, 18))).toEqual([
    'How do leases end?',
    'A worker that lose',
    'And who renews the',
    'The worker itself.',
  ]);
});

test('what is taken off the ends of the article, and signs of the page, have their reasons', () => {
  const integrity = integrityOf(
    article
      .replace('<h1>', '<p>Posted on 2026-03-04 by the people who lease</p><h1>')
      .replace('</article>', '<p>Copyright 2026 by the people who lease items to workers.</p></article>'),
  );
  const reasons = integrity.leftOut?.map(({ reason }) => reason) ?? [];
  expect(reasons).toContain('details');
  expect(reasons).not.toContain('unaccounted');
  expect(isComplete(integrity)).toBe(true);
});

test('a step that stumbles ends nothing: the clip is made without it, and is not complete', () => {
  const page = new DOMParser().parseFromString(`<!doctype html><title>Leases</title>${article}`, 'text/html');
  const original = Object.getOwnPropertyDescriptor(Document.prototype, 'createTreeWalker');
  // As a page's own world may have it in a browser that does not keep the worlds apart.
  Document.prototype.createTreeWalker = () => {
    throw new TypeError('no walker');
  };
  try {
    const { html, integrity } = extractPage(page, { url: 'http://localhost/leases' });
    expect(html).toContain('lease(item, 30)');
    expect(integrity.rules.some((rule) => rule.startsWith('failed/'))).toBe(true);
    expect(isComplete(integrity)).toBe(false);
  } finally {
    if (original !== undefined) Object.defineProperty(Document.prototype, 'createTreeWalker', original);
  }
});

test('a passage of words and code is one passage, whatever a step made of its code', () => {
  const words =
    'A worker that needs longer renews its lease from a timer, three times in each lease. '.repeat(2);
  const page = new DOMParser().parseFromString(
    `<!doctype html><title>Leases</title>${article.replace(
      '</pre>',
      `</pre><div class="feedback"><p>${words}</p><button>Share</button><div class="highlight"><pre><code>timer(10, renew)\ntimer.cancel()</code></pre></div></div>`,
    )}`,
    'text/html',
  );
  const { leftOut = [] } = extractPage(page, { url: 'http://localhost/' }).integrity;
  const missing = leftOut.filter(({ isMissing }) => isMissing);
  expect(missing).toHaveLength(1);
  expect(missing[0]?.html).toMatch(/needs longer[^]*timer\.cancel\(\)/);
});

test('a note that stands in a short line of the text is no loss', () => {
  const note = 'The site of the works has the drawings of all the stations, and the tables of that year.';
  const integrity = integrityOf(
    `<article><h1>Leases</h1><p>${sentence.repeat(2)}</p><p>See it.<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup>${note}</span></span></span></p><p>${sentence.repeat(2)}</p></article>`,
  );
  expect(isComplete(integrity)).toBe(true);
  expect(integrity.leftOut?.some(({ isMissing }) => isMissing)).toBe(false);
});

test('a text that is cut for those who pay says so, and the box that says it is no part of it', () => {
  const box =
    '<div class="wall"><h2>This post is for paying subscribers only</h2><a href="/subscribe">Subscribe</a></div>';
  const cut = `<main><article><h1>Leases</h1><p>${sentence.repeat(3)}</p>${box}</article></main>`;
  const integrity = integrityOf(cut);
  expect(integrity.notice).toBe('paywall');
  expect(isComplete(integrity)).toBe(false);
  const after = integrityOf(cut.replace('</article>', `<p>${sentence.repeat(3)}</p></article>`));
  expect(after.notice).toBeUndefined();
});

test('the label and the buttons in the frame of a block of code are no loss', () => {
  const bar = '<div><span>python</span><button>Copy code</button><button>Edit</button></div>';
  const integrity = integrityOf(
    `<main><article><h1>Leases</h1><p>${sentence.repeat(3)}</p><pre>${bar}<div><code class="language-python">q = lease(8)</code></div></pre><p>${sentence}</p></article></main>`,
  );
  expect(integrity.found.codeBlocks).toBe(1);
  expect(isComplete(integrity)).toBe(true);
  expect(integrity.leftOut?.some(({ isMissing }) => isMissing)).toBe(false);
});
