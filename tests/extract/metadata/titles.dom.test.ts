import { describe, expect, it } from 'vitest';
import { metadataOf } from './page.ts';

const text = '<p>Schedulers hand a goroutine to an idle thread, and take it back when it blocks.</p>';

describe('the title where heading and document say it differently', () => {
  it.each([
    [
      'Distill: the site, a colon, the heading',
      '<title>Notes on Go: Idle threads</title>',
      `<d-title><h1>Idle threads</h1></d-title><d-article>${text}</d-article>`,
      'Idle threads',
    ],
    [
      'bookdown: a chapter number',
      '<title>Chapter 42 Idle threads | The Go book</title>',
      `<div class="book-header" role="navigation"><h1><a href="./">The Go book</a></h1></div><main><h1><span class="header-section-number">Chapter 42</span> Idle threads</h1>${text}</main>`,
      'Idle threads',
    ],
    [
      'a wiki: its name in brackets, and other capitals',
      '<title>idle threads [The Go wiki]</title>',
      `<main><h1>Idle threads</h1>${text}</main>`,
      'Idle threads',
    ],
    [
      'an archive: a number in brackets',
      '<title>[2601.00001] Idle threads</title>',
      `<main><h1>Idle threads</h1>${text}</main>`,
      'Idle threads',
    ],
    [
      'tags behind it',
      '<title>Idle threads #Go - Notes</title>',
      `<main><h1>Idle threads</h1>${text}</main>`,
      'Idle threads',
    ],
    [
      'an issue: the heading has its number, too',
      '<title>Idle threads · Issue #12 · ann/go</title>',
      `<main><h1><bdi class="issue-title">Idle threads</bdi> <span>#12</span></h1>${text}</main>`,
      'Idle threads',
    ],
    [
      'a manual: what the thing is',
      '<title>Scheduler in runtime - Docs</title>',
      `<main><h1>Struct <span>Scheduler</span></h1>${text}</main>`,
      'Struct Scheduler',
    ],
    [
      'Jupyter Book: a section number',
      '<title>8. Idle threads — The Go book</title>',
      `<main><h1><span class="section-number">8. </span>Idle threads<a class="headerlink" href="#x">#</a></h1>${text}</main>`,
      'Idle threads',
    ],
    [
      'MkDocs Material: the title says more than the heading',
      '<title>Idle threads (#28) - The Go book</title>',
      `<header><div class="md-header__topic"><span class="md-ellipsis">The Go book</span></div><div class="md-header__topic"><span class="md-ellipsis">Idle threads (#28)</span></div></header><main><h1>Idle threads</h1>${text}</main>`,
      'Idle threads (#28)',
    ],
    [
      'Docusaurus: the front matter has the title',
      '<title>Threads | Go</title><meta name="generator" content="Docusaurus v3.1.0">',
      `<nav class="navbar"><a class="navbar__brand" href="/"><b class="navbar__title">Go</b></a></nav><main><article><h1>Using Threads</h1>${text}</article></main>`,
      'Threads',
    ],
    [
      'mdBook: the summary has another name',
      '<title>使用多线程 - Go 之书</title>',
      `<div id="menu-bar"><h1 class="menu-title">Go 之书</h1></div><main><h1>使用线程</h1>${text}</main>`,
      '使用线程',
    ],
    [
      'Matery: the heading in a banner that is called a brand',
      '<title>Idle threads | BLOG</title>',
      `<header><a href="/">BLOG</a></header><div class="bg-cover"><div class="brand"><h1 class="post-title">Idle threads</h1></div></div><main class="content">${text}</main>`,
      'Idle threads',
    ],
    [
      'the same with first-level headings in the text',
      '<title>Idle threads | BLOG</title>',
      `<div class="logo-area"><h1>Idle threads</h1></div><main><div class="content"><h1>1. Threads</h1>${text}</div></main>`,
      'Idle threads',
    ],
    [
      'Documenter: the heading is its own permalink',
      '<title>2. Idle threads · Go.jl</title><meta property="og:title" content="2. Idle threads · Go.jl">',
      `<article class="content"><h1 id="t"><a class="docs-heading-anchor" href="#t"><strong>2.</strong> Idle threads</a></h1>${text}</article>`,
      '2. Idle threads',
    ],
    [
      'Node: every page is headed and described as the manual',
      '<title>Idle threads | Runtime v18 Documentation</title><meta property="og:title" content="Runtime v18 documentation">',
      `<div id="content"><header><h1>Runtime v18 documentation</h1></header><div id="apicontent"><h2>Idle threads<span><a class="mark" href="#t">#</a></span></h2>${text}</div></div>`,
      'Idle threads',
    ],
    [
      'a manual whose name is in front',
      '<title>Runtime Manual - Idle threads</title>',
      `<div class="top"><a href="/">Runtime Manual</a></div><main><h1>Idle threads</h1>${text}</main>`,
      'Idle threads',
    ],
    [
      'every page titled by the beginning of the site’s name',
      '<title>wugn</title>',
      `<nav><a class="icon-home" href="../">wugn notes</a></nav><div role="main"><h1>空闲的线程<a class="headerlink" href="#x">¶</a></h1>${text}</div>`,
      '空闲的线程',
    ],
    [
      'every page titled like the site, and no first-level heading',
      '<title>Go notes</title><meta property="og:site_name" content="Go notes">',
      `<header><a href="/">Go notes</a></header><main><div class="content"><h2>Idle threads</h2>${text}</div></main>`,
      'Idle threads',
    ],
    [
      'messages that wait',
      '<title>(12) Idle threads | Runtime</title>',
      `<main><article><h1>Idle threads</h1>${text}</article></main>`,
      'Idle threads',
    ],
    [
      'a path of names',
      '<title>std::threads - Runtime</title>',
      `<main><h1>Module threads</h1>${text}</main>`,
      'Module threads',
    ],
    [
      'a name and what it is of',
      '<title>Idle (Runtime SE 17)</title>',
      `<main><h1>Class Idle</h1>${text}</main>`,
      'Class Idle',
    ],
    [
      'a manual whose name stands over every page',
      '<title>The Runtime Manual</title>',
      `<div class="navheader"><table><tr><th>The Runtime Manual</th></tr></table></div><div class="content"><h2 class="title">Idle threads</h2>${text}</div>`,
      'Idle threads',
    ],
    [
      'a translation that a reader’s own extension sets beside it',
      '<title>Idle threads | Runtime</title>',
      `<main><h1>Idle threads<font class="immersive-translate-target-wrapper" lang="zh-CN"><br>空闲的线程</font></h1>${text}</main>`,
      'Idle threads',
    ],
    [
      'the first page of a site, which is called like it',
      '<title>Runtime</title>',
      `<nav><a class="navbar-brand" href="/">Runtime</a></nav><main><h1>Runtime</h1><h2>Features</h2>${text}</main>`,
      'Runtime',
    ],
  ])('%s', (_, head, body, expected) => {
    expect(metadataOf(head, body).title).toBe(expected);
  });
});

it('the author after `Posted on … by`', () => {
  const body = `<main><h1>Idle threads</h1><p>Posted on: Fri 20 March 2026 by Ann Lee</p>${text}</main>`;
  expect(metadataOf('<title>Idle threads</title>', body).author).toBe('Ann Lee');
});
