import { describe, expect, test } from 'vitest';
import { isComplete } from '../../../src/core/clip/completeness.ts';
import { extractPage } from '../../../src/extract/extract-page.ts';

const text = 'The tank above the pump has to be full before the pump may start, which the float in it tells.';

function clip(body: string) {
  const page = new DOMParser().parseFromString(
    `<!doctype html><title>Pumps</title><main><article><h1>Pumps</h1><p>${text}</p>${body}</article></main>`,
    'text/html',
  );
  const article = extractPage(page, { url: 'http://localhost/pumps' });
  return { article, page: new DOMParser().parseFromString(article.html, 'text/html') };
}

describe('what a theme adds', () => {
  test('is left off the end: other articles under their label, the author’s card, a discussion elsewhere', () => {
    const { page } = clip(
      `<p>${text}</p><div><p><b>Recommendation</b></p><ol><li><a href="/a">Tanks</a></li><li><a href="/b">Floats</a></li></ol></div><div class="post-author"><img src="/eva.png" alt="eva"><div>Eva writes about water.</div></div><p>Comments (sign in to write)</p>`,
    );
    expect([...page.querySelectorAll('p, li, img')].map((each) => each.textContent)).toEqual([text, text]);
  });

  test('is left out where the page says that something was done', () => {
    const { page } = clip(
      `<p>${text}</p><p>${text}</p><div role="status" aria-live="polite">Copied to clipboard</div>`,
    );
    expect([...page.querySelectorAll('p')].map((each) => each.textContent)).toEqual([text, text, text]);
  });

  test('is left off before the notes, which stand last', () => {
    const { page } = clip(
      `<p>${text}<sup><a href="#fn1" id="r1">1</a></sup></p><div class="footnotes"><ol><li id="fn1">A float.<a href="#r1">↩</a></li></ol></div><p>Last updated 4 March 2026</p>`,
    );
    expect(page.body.textContent).not.toContain('Last updated');
    expect(page.querySelector('[data-footnotes]')).not.toBeNull();
  });

  test('but a field for a mail address never takes a short page with it', () => {
    const { page } = clip(
      `<p>${text}</p><div><p>Thanks for reading! Write me down.</p><form><input type="email"><button>Yes</button></form></div><p>${text}</p>`,
    );
    expect([...page.querySelectorAll('p')].map((each) => each.textContent)).toEqual([text, text, text]);
  });

  test('a question that the title asks, too, stays as the first turn', () => {
    const html = `<!doctype html><title>How does a pump start</title><main><div class="turn"><p>How does a pump start?</p></div><div class="turn"><p>${text} ${text}</p></div></main>`;
    const { html: out } = extractPage(new DOMParser().parseFromString(html, 'text/html'), {
      url: 'http://localhost/pumps',
    });
    expect(out).toContain('How does a pump start?');
  });

  test('the line over and under a page of a manual', () => {
    const line = (cells: readonly string[]): string =>
      `<table><tr>${cells.map((each) => `<td>${each}</td>`).join('')}</tr></table>`;
    const html = `<!doctype html><title>pump(8)</title>${line(['PUMP(8)', 'Manual', 'PUMP(8)'])}<main><h1>NAME</h1><p>pump — ${text}</p><p>${text}</p></main>${line(['March 4, 2026', 'River 4.2'])}`;
    const { html: out } = extractPage(new DOMParser().parseFromString(html, 'text/html'), {
      url: 'http://localhost/pump.8',
    });
    expect(out).not.toContain('PUMP(8)');
    expect(out).not.toContain('River');
  });

  test('but a list of sources at the end stays', () => {
    const { page } = clip(`<p>${text}</p><h2>Sources</h2><ul><li><a href="/a">Tanks</a></li></ul>`);
    expect(page.querySelector('li')?.textContent).toBe('Tanks');
  });

  test('a section stays whose heading comes after the empty target of links', () => {
    const section = (id: string, title: string): string =>
      `<section id="${id}"><span id="x-${id}"></span><h3>${title}<a href="#${id}">¶</a></h3><p>${text}</p></section>`;
    const { page } = clip(
      `<section id="jar"><h2>Jar</h2>${section('cookie-safety', 'Cookie safety')}${section('cookie', 'Cookie')}</section>`,
    );
    expect([...page.querySelectorAll('h2, h3, h4')].map((each) => each.textContent.replace('¶', ''))).toEqual(
      ['Jar', 'Cookie safety', 'Cookie'],
    );
  });

  test('a section between sections stays, whatever it is called', () => {
    const section = (name: string, title: string, more: string): string =>
      `<section class="${name}"><h2>${title}</h2><p>${more}</p></section>`;
    const { page } = clip(
      section('a', 'Tanks', text) + section('ad-container', 'Containers', text) + section('b', 'End', 'Yes.'),
    );
    expect([...page.querySelectorAll('h2')].map((each) => each.textContent)).toEqual([
      'Tanks',
      'Containers',
      'End',
    ]);
  });

  test('a bar with the file’s name and a picture to copy names the code', () => {
    const { page } = clip(
      `<div class="sample"><div class="bar"><a href="/x" download><code>pumps/tank.yaml</code></a><img src="/copy.svg" alt="Copy"></div><div class="highlight"><pre><code class="language-yaml">full: true\nfloat: up</code></pre></div></div><p>${text}</p>`,
    );
    expect(page.querySelector('img')).toBeNull();
    expect(page.querySelector('pre code')?.getAttribute('data-file')).toBe('pumps/tank.yaml');
  });

  test('words of a line of code stay, whatever they are called; a bar within the block goes', () => {
    const { page } = clip(
      `<pre><code><span class="line"><span class="button">start</span> <span class="copy">pump</span> now</span>\n<span class="line">stop</span></code></pre><p>${text}</p><pre><div class="top">python</div><div><button>Copy code</button></div><div class="body"><code class="language-python">def start():\n    pump()</code></div></pre><p>${text}</p>`,
    );
    expect([...page.querySelectorAll('pre')].map((each) => each.textContent)).toEqual([
      'start pump now\nstop',
      'def start():\n    pump()',
    ]);
  });

  test('lines of a question stay lines', () => {
    const { page } = clip(
      `<div class="whitespace-pre-wrap">Why does it stop?\nThe tank is full.</div><p>${text}</p>`,
    );
    expect(page.querySelector('br')).not.toBeNull();
  });
});

test('a clip of which a step stumbled is not complete', () => {
  const { integrity } = clip(`<p>${text}</p>`).article;
  expect(isComplete(integrity)).toBe(true);
  expect(isComplete({ ...integrity, rules: [...integrity.rules, 'failed/tables'] })).toBe(false);
});

test('a clip that lost more than forty words is not complete, however long it is', () => {
  const { integrity } = clip(`<p>${text}</p>`).article;
  const lost = {
    reason: 'unaccounted',
    rule: 'step',
    text,
    words: 41,
    isMissing: true,
    after: 0,
    html: null,
  } as const;
  expect(isComplete({ ...integrity, leftOut: [lost] })).toBe(false);
  expect(isComplete({ ...integrity, leftOut: [{ ...lost, words: 12 }] })).toBe(true);
});

test('a table of one framed cell is a table, one without a frame is layout', () => {
  const cell = `<tr><td><p><code>fill(tank)</code></p><p>${text}</p></td></tr>`;
  expect(clip(`<table border="1">${cell}</table><p>${text}</p>`).page.querySelectorAll('td')).toHaveLength(1);
  expect(clip(`<table border="0">${cell}</table><p>${text}</p>`).page.querySelectorAll('td')).toHaveLength(0);
});

test('a table of one cell is a table where the page has longer ones of its make', () => {
  const cell = (words: string): string =>
    `<tr><td class="entry"><p><code>fill(tank)</code></p><p>${words}</p></td></tr>`;
  const tables = `<table class="calls">${cell(text)}${cell('More.')}</table><table class="calls">${cell(text)}</table>`;
  expect(clip(`${tables}<p>${text}</p>`).page.querySelectorAll('td')).toHaveLength(3);
  const alone = tables.replace('class="calls"', 'class="others"');
  expect(clip(`${alone}<p>${text}</p>`).page.querySelectorAll('td')).toHaveLength(2);
});

test('an article is not what its holder can do', () => {
  const menu = `<div class="menu"><ul>${`<li><a href="/a">Pumps of all kinds and sizes</a> for every house</li>`.repeat(60)}</ul></div>`;
  const page = new DOMParser().parseFromString(
    `<!doctype html><title>Pumps</title>${menu}<div class="box modal-enabled"><h1>Pumps</h1><div class="entry-content"><p>${text}</p><p>${text}</p></div></div>`,
    'text/html',
  );
  expect(extractPage(page, { url: 'http://localhost/pumps' }).html).toContain(text);
});

test('a short article goes with no holder that is called after the bar beside it', () => {
  const page = new DOMParser().parseFromString(
    '<!doctype html><title>Papers</title><div class="greeting"><marquee>Welcome to these pages!</marquee></div><div class="container sidebar-position-left"><div itemprop="articleBody"><h4>Exams</h4><blockquote><p>English, fourth level</p></blockquote><p><img src="/english.png"></p><blockquote><p>Databases, third level</p></blockquote><p><img src="/data.png"></p></div></div>',
    'text/html',
  );
  const { html } = extractPage(page, { url: 'http://localhost/papers' });
  expect(html).toContain('Databases, third level');
  expect(html).toContain('english.png');
});

test('the bar of a post and its title as a line go from its start, the linked date from its end', () => {
  const page = new DOMParser().parseFromString(
    `<!doctype html><title>Ann Lee on Place: "How pumps start" / Place</title><main><article><div data-testid="User-Name"><a href="/annl"><span>Ann Lee</span></a><span>@annl</span></div><div>How pumps start</div><div><span>3.4K Views</span></div><p>${text}</p><p>${text}</p><div><a href="/annl/status/1"><time datetime="2026-01-30T09:12:44Z">5:12 PM · Jan 30, 2026</time></a></div></article></main>`,
    'text/html',
  );
  const { html, author } = extractPage(page, { url: 'http://localhost/annl/status/1' });
  const written = new DOMParser().parseFromString(html, 'text/html');
  expect([...written.body.children].map((each) => each.textContent)).toEqual([text, text]);
  expect(author).toBe('Ann Lee');
});

describe('a list at the end under a label that promises other articles', () => {
  const card = (name: string, host = ''): string =>
    `<h3><a href="${host}/${name}">All that one has to know about ${name} and their pipes</a></h3><p>Some words about ${name}.</p>`;
  const end = (label: string, host?: string): string =>
    clip(
      `<p>${text}</p><div class="x"><h2>${label}</h2>${['valves', 'taps', 'drains'].map((name) => card(name, host)).join('')}</div>`,
    ).article.html;

  test.each([
    'Most popular stories',
    'You may also be interested in…',
    'More in Water',
    '関連記事',
    'Читайте также:',
  ])('goes where it leads to pages of the same site: %s', (label) => {
    expect(end(label)).not.toContain('valves');
    expect(end(label)).not.toContain(label);
  });

  test('stays where it leads elsewhere, is under another label, or text follows', () => {
    expect(end('Related articles', 'https://elsewhere.test')).toContain('valves');
    expect(end('How they are made')).toContain('valves');
    const followed = clip(
      `<p>${text}</p><h2>Latest news</h2>${card('valves')}${card('taps')}<p>${text.repeat(4)}</p>`,
    );
    expect(followed.article.html).toContain('valves');
  });
});

describe('above the title', () => {
  const start = (above: string, below = '') => {
    const page = new DOMParser().parseFromString(
      `<!doctype html><title>Pumps</title>${above}<h1>Pumps</h1>${below}<p>${text}</p><p>${text}</p>`,
      'text/html',
    );
    const { html } = extractPage(page, { url: 'http://localhost/notes/water/pumps.html' });
    return [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('p')].map(
      ({ textContent }) => textContent,
    );
  };

  test('the way from the home page to this one is no part of the article, nor the date below', () => {
    const trail =
      '<p><a href="/">Ida Holm</a> / <a href="/notes/">notes</a> » <a href="index.html">water</a></p>';
    expect(start(trail, '<p><i>2 July 2019</i></p>')).toEqual([text, text]);
  });

  test('links to elsewhere, or within a sentence, stay', () => {
    const elsewhere = '<p><a href="/">Ida Holm</a> / <a href="/tanks/">tanks</a></p>';
    expect(start('', elsewhere)[0]).toBe('Ida Holm / tanks');
    const sentence = '<p>All that the <a href="/notes/">notes</a> leave open.</p>';
    expect(start('', sentence)[0]).toBe('All that the notes leave open.');
  });
});
