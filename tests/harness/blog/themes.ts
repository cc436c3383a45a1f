import type { Post } from './posts.ts';

/** An index page of a theme: some posts, and where the list goes on. */
export interface IndexPage {
  readonly posts: readonly Post[];
  readonly number: number;
  readonly pages: number;
}

export interface Theme {
  index(page: IndexPage): string;
  post(post: Post): string;
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const prose = ({ paragraphs }: Post) => paragraphs.map((text) => `<p>${escape(text)}</p>`).join('\n');

/** Hexo's NexT, in Chinese: code as a table with a gutter of line numbers. */
export const hexo: Theme = {
  index({ posts, number, pages }) {
    const cards = posts.map(
      ({ path, title, date, excerpt }) => `
<article itemscope itemtype="http://schema.org/Article" class="post-block"><header class="post-header">
<h2 class="post-title" itemprop="name headline"><a href="${path}" class="post-title-link" itemprop="url">${title}</a></h2>
<div class="post-meta"><time itemprop="dateCreated datePublished" datetime="${date}T08:00:00+08:00">${date}</time></div></header>
<div class="post-body" itemprop="articleBody"><p>${excerpt}</p>
<div class="post-button"><a class="btn" href="${path}#more" rel="contents">阅读全文 &raquo;</a></div></div></article>`,
    );
    const next =
      number < pages ? `<a class="extend next" rel="next" href="/page/${number + 1}/">下一页</a>` : '';
    return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>蓝海拾贝</title>
<meta name="generator" content="Hexo 7.1.1"><meta property="og:type" content="website">
<link rel="alternate" href="/atom.xml" title="蓝海拾贝" type="application/atom+xml"></head>
<body><header class="header"><a class="brand" href="/">蓝海拾贝</a><nav><a href="/archives/">归档</a><a href="/tags/">标签</a><a href="/about/">关于</a></nav></header>
<main class="main"><div class="content index posts-expand">${cards.join('')}</div>
<nav class="pagination"><span class="page-number current">${String(number)}</span>${next}</nav></main>
<footer class="footer">&copy; 2024 蓝海</footer></body></html>`;
  },
  post(post) {
    const lines = post.code.split('\n');
    const gutter = lines.map((_line, index) => `<span class="line">${String(index + 1)}</span><br>`).join('');
    const code = lines.map((line) => `<span class="line">${escape(line)}</span><br>`).join('');
    return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${post.title} | 蓝海拾贝</title>
<meta name="generator" content="Hexo 7.1.1"><meta property="og:type" content="article"></head>
<body><header class="header"><a class="brand" href="/">蓝海拾贝</a><nav><a href="/archives/">归档</a><a href="/about/">关于</a></nav></header>
<main class="main"><article class="post-block" itemscope itemtype="http://schema.org/Article"><header class="post-header"><h1 class="post-title">${post.title}</h1>
<time datetime="${post.date}T08:00:00+08:00">${post.date}</time></header>
<div class="post-body" itemprop="articleBody">${prose(post)}
<figure class="highlight ${post.language}"><table><tr><td class="gutter"><pre>${gutter}</pre></td><td class="code"><pre>${code}</pre></td></tr></table></figure>
${prose(post)}</div></article></main><footer class="footer">&copy; 2024 蓝海</footer></body></html>`;
  },
};

/** Hugo's PaperMod, in English. */
export const paperMod: Theme = {
  index({ posts, number, pages }) {
    const cards = posts.map(
      ({ path, title, date, excerpt }) => `
<article class="post-entry"><header class="entry-header"><h2 class="entry-hint-parent">${title}</h2></header>
<div class="entry-content"><p>${excerpt}</p></div>
<footer class="entry-footer"><span title='${date}'>${date}</span>&nbsp;·&nbsp;3 min</footer>
<a class="entry-link" aria-label="post link to ${title}" href="${path}"></a></article>`,
    );
    const next = number < pages ? `<a class="next" href="/page/${number + 1}/">Next&nbsp;&nbsp;»</a>` : '';
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ten Lines</title>
<meta name="generator" content="Hugo 0.131.0"><meta property="og:type" content="website">
<link rel="alternate" type="application/rss+xml" href="/index.xml" title="rss"></head>
<body class="list"><header class="header"><nav class="nav"><a href="/">Ten Lines</a><ul id="menu"><li><a href="/archives/">Archive</a></li><li><a href="/tags/">Tags</a></li></ul></nav></header>
<main class="main">${cards.join('')}<footer class="page-footer"><nav class="pagination">${next}</nav></footer></main>
<footer class="footer"><span>&copy; 2024</span></footer></body></html>`;
  },
  post(post) {
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${post.title} | Ten Lines</title>
<meta name="generator" content="Hugo 0.131.0"><meta property="og:type" content="article"></head>
<body><header class="header"><nav class="nav"><a href="/">Ten Lines</a></nav></header><main class="main">${paperModArticle(post)}</main>
<footer class="footer"><span>&copy; 2024</span></footer></body></html>`;
  },
};

export function paperModArticle(post: Post): string {
  return `<article class="post-single"><header class="post-header"><h1 class="post-title entry-hint-parent">${post.title}</h1>
<div class="post-meta"><span title='${post.date}'>${post.date}</span></div></header><div class="post-content">${body(post)}</div></article>`;
}

function body(post: Post): string {
  return `${prose(post)}
<div class="highlight"><pre tabindex="0" class="chroma"><code class="language-${post.language}" data-lang="${post.language}">${escape(post.code)}
</code></pre></div>
${prose(post)}`;
}

/** The theme's feed, with each post in full. */
export function rssOf(posts: readonly Post[]): string {
  const items = posts.map(
    (post) => `<item><title>${post.title}</title><link>${post.path}</link>
<pubDate>${new Date(post.date).toUTCString()}</pubDate><description>${escape(post.excerpt)}</description>
<content:encoded><![CDATA[${body(post)}]]></content:encoded></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Ten Lines</title><link>/</link>${items.join('\n')}</channel></rss>`;
}
