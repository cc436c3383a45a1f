import { describe, expect, test } from 'vitest';
import { extractPage } from '../../../src/extract/extract-page.ts';

const question = 'My pump starts and then stops after a minute, although the tank above it is full of water.';
const one = 'Look at the float first, since a float that hangs on its chain says that the tank is empty.';
const two =
  'A worn seal lets air in, and a pump that draws air gives up after a minute or so, as yours does.';
const three = 'I changed the seal as you said, and it has run for two days now without one stop.';

function clip(url: string, body: string) {
  const page = new DOMParser().parseFromString(
    `<!doctype html><title>Pump stops</title>${body}`,
    'text/html',
  );
  const { html, author } = extractPage(page, { url });
  const clipped = new DOMParser().parseFromString(html, 'text/html');
  return {
    author,
    lines: [...clipped.querySelectorAll('p, hr, pre')].map((each) =>
      each.tagName === 'HR' ? '—' : each.textContent,
    ),
  };
}

describe('a thread is one article, each post under the name of who wrote it', () => {
  test('posts in rows of a table', () => {
    const row = (name: string, text: string): string =>
      `<tr class="entry"><td><table><tr><td class="votes"><a href="/vote">up</a></td><td><span class="head"><a class="user" href="/user/${name}">${name}</a> <a href="/c/1">2 hours ago</a></span><div class="commenttext">${text}</div></td></tr></table></td></tr>`;
    const { lines } = clip(
      'http://localhost/item?id=12',
      `<table><tr><td><table><tr><td><div class="toptext">${question}</div></td></tr></table><table class="comments">${row('eva', one)}${row('ben', two)}</table></td></tr></table>`,
    );
    expect(lines).toEqual([question, '—', 'eva', one, '—', 'ben', two]);
  });

  test('posts in two cells of a table each, beside who wrote them', () => {
    const post = (name: string, text: string): string =>
      `<div><table class="plhin"><tr><td class="pls"><div class="authi"><a href="/space-1">${name}</a></div><p>Posts: 12</p></td><td class="plc"><div class="authi"><em>2026-3-4 10:00</em></div><table><tr><td class="t_f">${text}</td></tr></table><div class="sign">By the river</div></td></tr></table></div>`;
    const { lines, author } = clip(
      'http://localhost/thread-12-1-1.html',
      post('eva', question) + post('ben', one),
    );
    expect(lines).toEqual([question, '—', 'ben', one]);
    expect(author).toBe('eva');
  });

  test('answers, where the address says that it is a question', () => {
    const answer = (name: string, text: string): string =>
      `<div class="answer"><a class="user" href="/u/${name}">${name}</a><div class="fmt article-content"><p>${text}</p></div></div>`;
    const { lines } = clip(
      'http://localhost/q/1010',
      `<main><h1>Pump stops</h1><div class="q"><a class="user" href="/u/ann">ann</a><div class="fmt article-content"><p>${question}</p></div></div>${answer('eva', one)}${answer('ben', two)}</main>`,
    );
    expect(lines).toEqual([question, '—', 'eva', one, '—', 'ben', two]);
  });

  test('but no rules of the forum that stand in an element of the same make', () => {
    const post = (name: string, text: string): string =>
      `<div class="entry"><a class="author" href="/user/${name}">${name}</a><div class="md">${text}</div></div>`;
    const { lines } = clip(
      'http://localhost/r/pumps/comments/1abcde/stops/',
      `<div class="side"><div class="md"><p>Be kind to each other, and do not sell pumps here.</p></div></div><div class="content">${[post('ann', `<p>${question}</p>`), post('eva', `<p>${one}</p>`), post('ben', `<p>${two}</p>`)].join('')}</div>`,
    );
    expect(lines).toEqual([question, '—', 'eva', one, '—', 'ben', two]);
  });

  test('notes of an issue, whose authors are not the article’s', () => {
    const note = (name: string, text: string): string =>
      `<li class="note" id="n_${name}"><div class="note-header"><a class="note-author" href="/${name}">${name}</a></div><div class="note-body">${text}</div></li>`;
    const { lines } = clip(
      'http://localhost/water/pump/-/issues/3',
      `<main><h1>Pump stops</h1><div class="description"><p>${question}</p></div><ul class="notes">${note('Eva', one)}${note('Ben', two)}</ul></main>`,
    );
    expect(lines).toEqual([question, '—', 'Eva', one, '—', 'Ben', two]);
  });

  test('an answer with a reply inside of it keeps its own name', () => {
    const comment = (name: string, text: string, inner = ''): string =>
      `<div class="js-comment-container"><div><a class="author" href="/${name}">${name}</a><div class="js-comment-body"><p>${text}</p></div></div>${inner}</div>`;
    const { lines } = clip(
      'http://localhost/orgs/water/discussions/5',
      `<main><h1>Pump stops</h1>${comment('ada', question)}${comment('eva', two, comment('ben', three))}</main>`,
    );
    expect(lines).toEqual([question, '—', 'eva', two, '—', 'ben', three]);
  });

  test('comments under an article are none of it', () => {
    const comment = `<li class="comment"><a class="author" href="/user/eva">eva</a><div class="comment-body"><p>${one}</p></div></li>`;
    const { lines } = clip(
      'http://localhost/2026/pumps-that-stop',
      `<article><h1>Pump stops</h1><div class="entry-content"><p>${question}</p><p>${two}</p></div></article><ol class="commentlist">${comment}${comment}</ol>`,
    );
    expect(lines).toEqual([question, two]);
  });
});

test('parts that hold what was chosen in one of them are one article, though their own elements are called nothing', () => {
  const part = (title: string, text: string): string =>
    `<div class="relative"><h2>${title}</h2><div class="prose lead"><p>${text}</p><p>${text}</p></div></div>`;
  const { lines } = clip(
    'http://localhost/search/pumps',
    `<div class="max">${part('Why does it stop?', one)}${part('And in frost?', two)}</div>`,
  );
  expect(lines).toEqual([one, one, two, two]);
});
