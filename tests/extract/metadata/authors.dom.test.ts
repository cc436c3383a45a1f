import { describe, expect, it } from 'vitest';
import { metadataOf } from './page.ts';
import { chinese, english } from './sample.ts';

const title = '<title>Idle threads</title>';

function authorOf(body: string, url?: string): string | null {
  return metadataOf(title, body, url).author;
}

describe('a page that names no author', () => {
  it.each([
    [
      'a generator’s credit',
      '<footer>© 2026. Built with <a href="https://gen.test/">Maker</a> using a theme.</footer>',
    ],
    ['a generator’s name', '<footer class="footer">Powered by Hugo, theme by Some One</footer>'],
    ['a credit in French', '<footer><div class="copyright">© 2025 généré avec Doxygen</div></footer>'],
    ['a firm', '<footer>Copyright © 2024 River Works, Inc. All rights reserved.</footer>'],
    ['a firm of one word', '<footer>© 2019–2024 Acme</footer>'],
    ['a placeholder', '<footer>Copyright © 2026 My Project, Inc.</footer><footer>© 2026 Your Name</footer>'],
    [
      'whoever changed the page last',
      '<div class="edit-meta"><span>Last updated on <b>Mar 1, 2026</b> by <b>Jo Field</b></span></div>',
    ],
    ['rights alone', '<footer>© 2021 All rights reserved</footer>'],
    [
      'links under a copyright sign',
      '<footer><div>© 2024</div><div><a href="/src">Source Code</a><a href="/c">Amber Colors</a></div></footer>',
    ],
    ['an account that the site links', '<footer><a href="https://github.com/blog">GitHub</a></footer>'],
    ['letters of a logo', '<aside class="sidebar"><div class="author-name">R I V E R</div></aside>'],
    [
      'whoever wrote what a card in the text leads to',
      '<figure class="card"><a href="https://papers.test/"><div class="card-title">Lists</div><span class="card-author">Papers</span></a></figure>',
    ],
    ['an unfilled card', '<aside class="sidebar"><p class="author-name">Your name</p></aside>'],
  ])('is not given %s', (_what, foot) => {
    expect(authorOf(`<main><article><h1>Idle threads</h1>${english}</article></main>${foot}`)).toBeNull();
  });

  it.each([
    [
      'people who are quoted',
      '<h2>What users say</h2><blockquote>Small and quick.</blockquote><div class="author"><span class="author-name" itemprop="author">Ann Lee</span></div>',
    ],
    [
      'people under quotations in figures',
      '<figure><blockquote>Quick.</blockquote><figcaption><a rel="author" href="/bo">Bo Park</a></figcaption></figure>',
    ],
    [
      'testimonials',
      '<div class="testimonials"><div class="testimonial-card"><p>Nice.</p><p class="author-name">Cy Young</p></div></div>',
    ],
    [
      'people under words in quotation marks',
      '<div class="slide"><p>“It runs well.”</p><div class="author-name">Karl Cole</div></div>',
    ],
    ['a heading', '<h2 id="_mapping_authors" class="author">Mapping authors</h2><p>Text.</p>'],
    ['a permalink', '<h2 id="author-option"><a class="author" href="#author-option">#</a> --author</h2>'],
    [
      'a chapter on authorization',
      '<div class="chapter-authorization"><a id="authorization" href="/15">15. Authorization &amp; Roles</a></div>',
    ],
    [
      'an option of a command',
      '<dl><dt id="author"><code>--author=NAME</code></dt><dd class="author">Only these.</dd></dl>',
    ],
  ])('is not given %s', (_what, text) => {
    expect(authorOf(`<main><h1>Idle threads</h1>${english}${text}${english}</main>`)).toBeNull();
  });
});

describe('an author that the page states', () => {
  it.each([
    [
      'by the one account beside the title',
      `<div id="main"><div class="box"><h1>Idle threads</h1><small class="gray"><a href="/member/ann">ann</a> · <span title="2026-03-02 10:00:00 +08:00">2 days ago</span></small></div>${english}</div>`,
      'ann',
    ],
    [
      'in the first line of the text',
      `<article><h1>空闲的线程</h1><div class="post-body"><p>作者：李河</p>${chinese}</div></article>`,
      '李河',
    ],
    [
      'after a label in German',
      `<article><h1>Idle threads</h1><div class="meta">Autorin: Jana Weiß · 3. März 2024</div>${english}</article>`,
      'Jana Weiß',
    ],
    [
      'after a preposition in French',
      `<article><h1>Idle threads</h1><p class="byline">Par Léa Moreau</p>${english}</article>`,
      'Léa Moreau',
    ],
    [
      'after a label in Japanese',
      `<article><h1>Idle threads</h1><div class="info">著者：山田太郎</div>${english}</article>`,
      '山田太郎',
    ],
    [
      'as whoever released it',
      `<main><div class="row"><h1>v2.0</h1></div><div><a href="/ann">ann</a> released this <time datetime="2026-02-03">yesterday</time></div>${english}</main>`,
      'ann',
    ],
    [
      'as whoever published it',
      `<main><h1>Idle threads</h1><div><a href="/u/bo">Bo Park</a> published on May 3</div>${english}</main>`,
      'Bo Park',
    ],
    [
      'by a portrait in the row under the title',
      `<article><h1>Idle threads</h1><div><img src="/a.png" alt="Ann Lee's avatar"><div><div>Ann Lee</div><div>Mar 2, 2026 · 5 min read</div></div></div>${english}</article>`,
      'Ann Lee',
    ],
    [
      'by date and name',
      `<article><h1>Idle threads</h1><div class="post-meta">3 May 2024 by Ann Lee</div>${english}</article>`,
      'Ann Lee',
    ],
  ])('%s', (_where, body, name) => {
    expect(authorOf(body)).toBe(name);
  });

  it.each([
    ['a person’s name', '© 2016–2024 Sam Reed', 'https://samreed.test/a/', 'Sam Reed'],
    ['a first name', '© 2016–2024 Sam Reed', 'https://sam.test/a/', 'Sam Reed'],
    [
      'a name with an initial, whole',
      '© 2026 S. Waters. All rights reserved.',
      'https://waters.test/',
      'S. Waters',
    ],
    ['a Chinese name', '© 2020 小明', 'https://blog.test/a/', '小明'],
    ['an account', '© 2021 blogger', 'https://blogger.test/a/', 'blogger'],
    ['an account with a digit in it', '© 2021 PumpH2O', 'https://pumph2o.test/a/', 'PumpH2O'],
    ['a button beside it', '© 2021 Sam Reed <a href="#top">TOP</a>', 'https://samreed.test/a/', 'Sam Reed'],
    ['the people of a project', '© 2024 The Pump Authors', 'https://pump.test/docs/', null],
    ['a firm', '© 2024 Pump Inc. All rights reserved', 'https://pump.test/docs/', null],
  ])('in the line of copyright under a post: %s', (_what, line, url, name) => {
    const body = `<main><article><h1>Idle threads</h1><time datetime="2024-05-03">May 3</time>${english}</article></main><footer><p>${line}</p><p>Powered by Maker</p></footer>`;
    expect(authorOf(body, url)).toBe(name);
  });

  it.each([
    ['a single word', '© 2021 pump', 'https://pump.test/docs/', null],
    ['whoever made the project', '© 2024 Sam Reed', 'https://pumps.test/docs/', null],
    ['a word of the address', '© 2024 Peter Stone', 'https://stoneworks.test/docs/', null],
    ['an account of a host', '© 2021 pump', 'https://pump.host.test/docs/', 'pump'],
    ['a person after whom the site is called', '© 2024 Sam Reed', 'https://samreed.test/docs/', 'Sam Reed'],
  ])('in the line of copyright under a page without a date: %s', (_what, line, url, name) => {
    const body = `<main><article><h1>Idle threads</h1>${english}</article></main><footer><p>${line}</p></footer>`;
    expect(authorOf(body, url)).toBe(name);
  });

  it.each([
    ['a list', '<ul><li>本文作者：<a href="https://blog.test">李河</a></li><li>本文链接：…</li></ul>'],
    ['parts of a row', '<div><span>文章作者: </span><a href="/about">李河</a></div>'],
    ['one line', '<p><strong>本文作者：</strong> 李河</p>'],
  ])('in a box of facts at the end: %s', (_how, box) => {
    expect(authorOf(`<main><h1>空闲的线程</h1>${chinese}<div>${box}</div></main>`)).toBe('李河');
  });
});

describe('a post titled by its network', () => {
  it.each([
    ['Ann Lee on Net: "How leases work" / Net', 'How leases work', 'Ann Lee'],
    ['Ann Lee (@ann) on Net: “How leases work”', 'How leases work', 'Ann Lee (@ann)'],
    ['李河 在 Net: "How leases work" / Net', 'How leases work', '李河'],
  ])('%s', (written, text, author) => {
    const body = `<article><div><span>someone</span></div><div data-testid="title">How leases work</div>${english}<a><time datetime="2026-01-30T09:12:44.000Z">then</time></a></article>`;
    expect(metadataOf(`<title>${written}</title>`, body)).toMatchObject({
      title: text,
      author,
      publishedAt: '2026-01-30T09:12:44Z',
    });
  });
});

describe('a site that says twice whose it is', () => {
  const text = `<main><article><h1>Idle threads</h1>${english}</article></main>`;

  it.each([
    [
      'by its name and an account',
      '<title>Idle threads - rivulet’s blog</title><meta property="og:site_name" content="rivulet’s blog">',
      '<a href="https://github.com/rivulet">GitHub</a>',
      'https://notes.test/idle',
      'rivulet',
    ],
    [
      'by the head’s account of its creator and a portrait',
      '<title>Idle threads</title><meta name="twitter:creator" content="@annriver">',
      '<img src="/me.jpg" alt="Ann River">',
      'https://notes.test/idle',
      'Ann River',
    ],
  ])('%s', (_how, head, foot, url, name) => {
    expect(metadataOf(head, `${text}<footer>${foot}</footer>`, url).author).toBe(name);
  });

  it.each([
    [
      'a name without an account',
      '<meta property="og:site_name" content="rivulet’s blog">',
      '',
      'https://notes.test/a',
    ],
    [
      'the account that its address is called',
      '',
      '<footer><a href="https://github.com/rivulet">GitHub</a></footer>',
      'https://rivulet.test/a',
    ],
    [
      'the account of a project',
      '',
      '<a href="https://github.com/rivulet/rivulet">Code</a>',
      'https://rivulet.test/a',
    ],
    [
      'an account in the text',
      '',
      '<p>See <a href="https://github.com/rivulet">it</a>.</p>',
      'https://rivulet.test/a',
    ],
  ])('but not by %s', (_how, head, foot, url) => {
    expect(metadataOf(`<title>Idle threads</title>${head}`, `${text}${foot}`, url).author).toBeNull();
  });
});

it('takes the whole date from the hint of a relative one beside the title', () => {
  const { publishedAt, author } = metadataOf(
    title,
    `<div id="main"><h1>Idle threads</h1><small><a href="/u/ann">ann</a>, <a href="/u/bo">bo</a> · <span title="2026-03-02 10:00:00 +08:00">2 天前</span></small>${chinese}</div>`,
  );
  expect(publishedAt).toContain('2026-03-02');
  expect(author).toBeNull();
});

describe('the lines round the title', () => {
  const page = (above: string, below = ''): string | null =>
    authorOf(`<main>${above}<h1>Idle threads</h1>${below}${english}</main>`);

  it.each([
    [
      'a portrait above it, called like the name beside it',
      '<div><a href="/ann"><img src="/a.png" alt="Ann Lee"></a><a href="/ann">Ann Lee</a></div>',
      '',
      'Ann Lee',
    ],
    [
      'an account with its portrait above it',
      '<div><a href="/kawa"><img src="/a.png" alt="kawa">@kawa<span>(Taro Kawa)</span></a></div>',
      '',
      'Taro Kawa',
    ],
    [
      'a name before the link that answers a letter',
      '',
      '<b>Ann Lee</b> <a href="mailto:list@lists.test?subject=Re">ann at lists.test</a><br><i>Wed Mar  4 10:00:01 UTC 2026</i>',
      'Ann Lee',
    ],
    [
      'a deed after a portrait',
      '',
      '<div class="meta"><img src="/a.png" alt="@rill"><a href="/rill">rill</a> released this on Mar 4, 2026</div>',
      'rill',
    ],
    [
      'a heading that is called the author’s name',
      '',
      '<div class="meta"><h4 class="post-author-name"><a href="/author/ann">Ann Lee</a></h4></div>',
      'Ann Lee',
    ],
  ])('%s', (_what, above, below, name) => {
    expect(page(above, below)).toBe(name);
  });

  it('and all authors of a paper, each in an element of one make', () => {
    const name = (each: string): string =>
      `<span class="x_creator x_role_author"><span class="x_personname">${each}</span></span>`;
    expect(page('', `<div class="x_authors">${name('Ann Lee')}, ${name('Bo Park')}</div>`)).toBe(
      'Ann Lee, Bo Park',
    );
  });
});

it('whoever made the software is not the author', () => {
  const head = `${title}<meta name="generator" content="Forumix! X3"><meta name="author" content="Forumix! Team and others">`;
  expect(metadataOf(head, `<main><h1>Idle threads</h1>${english}</main>`).author).toBeNull();
});
