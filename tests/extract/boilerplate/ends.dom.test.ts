import { describe, expect, test } from 'vitest';
import { extractPage } from '../../../src/extract/extract-page.ts';

const text = 'The tank above the pump has to be full before the pump may start, which the float in it tells.';

function textsOf(body: string): readonly string[] {
  const page = new DOMParser().parseFromString(`<!doctype html><title>Pumps</title>${body}`, 'text/html');
  const { html } = extractPage(page, { url: 'http://localhost/posts/pumps' });
  const clipped = new DOMParser().parseFromString(html, 'text/html');
  return [...clipped.querySelectorAll('p, li, h2, h3, img, td')].map((each) => each.textContent);
}

const body = `<div class="words">${`<p>${text}</p>`.repeat(3)}</div>`;

describe('after the element that holds the article’s text', () => {
  test.each([
    [
      'links to what comes next',
      '<div><a href="/a"><span>Previous</span> <b>Valves</b></a><a href="/b"><span>Next</span> <b>Basins</b></a></div>',
    ],
    ['counts', '<div><span>12 likes</span></div><div><a href="/nb">Notebook</a></div>'],
    [
      'whoever wrote it, with a portrait',
      '<section><img src="/ann.png" alt="Ann Lee"><div><h3>Ann Lee</h3><p>Ann builds stations for the city and writes about water.</p></div></section>',
    ],
    [
      'cards of other articles',
      '<section><h2>More</h2><a href="/a"><h3>Valves of the basin</h3></a><a href="/b"><h3>Basins of the hills</h3></a></section>',
    ],
    [
      'a letter box',
      '<div><h3>Get the next post by mail</h3><p>No more than one in a week, and none of others.</p><input type="email"><button>Yes</button></div>',
    ],
    [
      'a question with its buttons',
      '<div><p>Was this page of any help?</p><button>Yes</button><button>No</button></div>',
    ],
  ])('%s are left out', (_what, tail) => {
    expect(textsOf(`<main><article><h1>Pumps</h1>${body}${tail}</article></main>`)).toEqual([
      text,
      text,
      text,
    ]);
  });

  test.each([
    [
      'words of the author’s',
      '<div><p>None of it needs a large computer, and the board in the cabinet draws two watts.</p></div>',
    ],
    [
      'a table',
      '<div><table><tr><th>a</th><th>b</th></tr><tr><td><a href="/1">1</a></td><td>2</td></tr></table></div>',
    ],
    ['a picture without words', '<div><img src="/plan.png" alt="The plan"></div>'],
  ])('%s stay', (_what, tail) => {
    expect(textsOf(`<main><article><h1>Pumps</h1>${body}${tail}</article></main>`).length).toBeGreaterThan(3);
  });
});

describe('in the same element as the text', () => {
  const inText = (before: string, after: string): readonly string[] =>
    textsOf(
      `<main><h1>Pumps</h1><div class="prose">${before}<p>${text}</p><p>${text}</p>${after}</div></main>`,
    );

  test.each([
    [
      'sharing',
      '',
      '<p>Share: <a href="https://twitter.com/intent/tweet?url=x">Twitter</a> <a href="https://www.facebook.com/sharer/sharer.php?u=x">Facebook</a></p>',
    ],
    ['an editor', '', '<p><a href="https://github.com/water/docs/edit/main/pumps.md">Edit this page</a></p>'],
    [
      'an answer by mail',
      '',
      '<p><a href="mailto:ann@example.org?subject=Re: Pumps">Reply via email</a></p>',
    ],
    [
      'a licence',
      '',
      '<p>This work is under a <a href="https://creativecommons.org/licenses/by/4.0/">Creative Commons Attribution 4.0 International License</a>.</p>',
    ],
    [
      'whose it is, in a quotation',
      '',
      '<blockquote><p>本文作者：李河<br>本文链接：<a href="/x">http://localhost/x</a><br>版权声明：BY-NC-SA</p></blockquote>',
    ],
    ['a platform’s notice', '', '<p>原创声明：本文系作者授权社区发表，未经许可，不得转载。</p>'],
    ['no comments', '', '<h2>Webmentions</h2><p>No webmentions yet.</p>'],
    ['tags by their signs', '', '<div><a href="/t/pumps">#pumps</a> <a href="/t/rain">#rain</a></div>'],
    ['a time alone', '', '<p><a href="/1"><time datetime="2026-03-02">10:00 AM · Mar 2, 2026</time></a></p>'],
    [
      'its own headings',
      '<div><p>On this page</p><ul><li><a href="#a">One</a></li><li><a href="#b">Two</a></li></ul></div>',
      '',
    ],
    ['the way to the page', '<div><a href="/">Home</a> / <a href="/posts/">Posts</a> / Pumps</div>', ''],
    [
      'ways through a manual',
      '<p>Next: <a href="b.html">Valves</a>, Previous: <a href="a.html">Intro</a>, Up: <a href="i.html">Top</a></p>',
      '',
    ],
    ['a row of its sections', '<p><a href="#NAME">NAME</a> | <a href="#USE">USE</a></p>', ''],
    [
      'another version',
      '<p>You are viewing the documentation of an old version. <a href="/latest/">See the latest</a>.</p>',
      '',
    ],
  ])('%s is left off', (_what, before, after) => {
    expect(inText(before, after)).toEqual([text, text]);
  });

  test.each([
    [
      'an address of the author’s',
      '',
      '<p>Questions go to <a href="mailto:ann@example.org">ann@example.org</a>.</p>',
    ],
    [
      'sources',
      '',
      '<p>See <a href="https://example.org/a">the tables</a> and <a href="https://example.org/b">the plan</a>.</p>',
    ],
    [
      'the author’s own list of contents',
      '<h2>目录</h2><ul><li><a href="#a">One</a></li><li><a href="#b">Two</a></li></ul>',
      '',
    ],
    [
      'links to try',
      '<p><a href="https://demo.example.org">Demo</a> | <a href="https://code.example.org">Code</a></p>',
      '',
    ],
  ])('%s stay', (_what, before, after) => {
    expect(inText(before, after).length).toBeGreaterThan(2);
  });
});

test('a menu in a cell beside the text is no part of it', () => {
  const texts = textsOf(
    `<table><tr><td><a href="/">Home</a><br><a href="/a">Articles</a></td><td><h1>Pumps</h1><p>${text}</p><p>${text}</p><table border="1"><tr><th>h</th><th>l</th></tr><tr><td>1</td><td>2</td></tr></table></td></tr></table>`,
  );
  expect(texts.slice(0, 2)).toEqual([text, text]);
});

test('a lead that stands with the title in a header stays', () => {
  const lead =
    'The board in the cabinet draws less than two watts and has run for three winters without a visit.';
  expect(
    textsOf(`<main><article><header><h1>Pumps</h1><p>${lead}</p></header>${body}</article></main>`)[0],
  ).toBe(lead);
});

describe('a section that has the name of furniture stays, the last one too', () => {
  test.each([
    ['with a prefix before it', 'section-sensors', 'Sensors', 'section-feedback', 'Feedback'],
    ['with a number before its heading', 'sensors', '1. Sensors', 'sharing', '2. Sharing'],
    ['about what stands under articles', 'sensors', 'Sensors', 'comments', 'Comments in files'],
  ])('%s', (_how, id, title, lastId, lastTitle) => {
    const sections = `<section id="${id}"><h2>${title}</h2><p>${text}</p></section><section id="${lastId}"><h2>${lastTitle}</h2><p>${text}</p></section>`;
    expect(textsOf(`<main><article><h1>Pumps</h1>${sections}</article></main>`)).toEqual([
      title,
      text,
      lastTitle,
      text,
    ]);
  });
});

test('a short question of a conversation stays, whatever buttons stand below it', () => {
  const turn = (who: string, words: string, buttons: string) =>
    `<article class="turn" data-message-author-role="${who}"><div><p>${words}</p></div><div>${buttons}</div></article>`;
  const signs = '<button aria-label="Copy"></button><button aria-label="Good"></button>';
  const named = '<button>Copy</button><button>Edit</button>';
  for (const buttons of [signs, named]) {
    const turns = [
      turn('user', 'How full must the tank be?', buttons),
      turn('assistant', text.repeat(3), buttons),
      turn('user', 'And the pump?', buttons),
      turn('assistant', text.repeat(2), buttons),
    ];
    const kept = textsOf(`<main><div>${turns.join('')}</div></main>`).join('\n');
    expect(kept).toContain('How full must the tank be?');
    expect(kept).toContain('And the pump?');
  }
});
