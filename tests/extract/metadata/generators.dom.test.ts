import { describe, expect, it } from 'vitest';
import { metadataOf } from './page.ts';
import { type Sample, chinese, english } from './sample.ts';

const samples: readonly Sample[] = [
  {
    name: 'Hexo NexT',
    lang: 'zh-CN',
    head: '<title>Go 调度器 | 小明的博客</title><meta property="og:title" content="Go 调度器"><meta property="og:site_name" content="小明的博客"><meta property="article:published_time" content="2024-03-01T00:10:00.000Z"><meta property="article:modified_time" content="2024-04-01T00:10:00.000Z">',
    body: `<header><a href="/" class="brand" rel="start"><h1 class="site-title">小明的博客</h1></a></header>
      <article itemscope itemtype="http://schema.org/Article"><span hidden itemprop="author" itemscope itemtype="http://schema.org/Person"><meta itemprop="name" content="小明"></span>
      <header class="post-header"><h1 class="post-title" itemprop="name headline">Go 调度器</h1></header><div class="post-body">${chinese}</div>
      <footer class="post-footer"><div class="post-tags"><a href="/tags/Go/" rel="tag"># Go</a><a href="/tags/runtime/" rel="tag"># runtime</a></div>
      <div class="post-nav"><a href="/posts/two/" rel="prev">别的</a></div></footer></article>
      <aside class="sidebar"><div class="tags"><a href="/tags/all/">全部</a></div></aside>`,
    expected: {
      title: 'Go 调度器',
      author: '小明',
      publishedAt: '2024-03-01T00:10:00Z',
      updatedAt: '2024-04-01T00:10:00Z',
      tags: ['Go', 'runtime'],
      siteName: '小明的博客',
      language: 'zh-CN',
    },
  },
  {
    name: 'Hexo Butterfly',
    lang: 'zh-CN',
    head: '<title>Redis 持久化 | 某站</title><meta name="author" content="阿强">',
    body: `<header id="page-header"><span id="blog-info"><a href="/">某站</a></span><div id="post-info"><h1 class="post-title">Redis 持久化</h1>
      <div id="post-meta"><span class="post-meta-date"><span class="post-meta-label">发表于</span><time datetime="2023-05-06T07:08:09.000Z" title="发表于 2023-05-06 15:08:09">2023-05-06</time><span class="post-meta-separator">|</span><span class="post-meta-label">更新于</span><time datetime="2023-06-06T07:08:09.000Z">2023-06-06</time></span></div></div></header>
      <main><div id="post"><article class="post-content">${chinese}</article><div class="tag_share"><div class="post-meta__tag-list"><a class="post-meta__tags" href="/tags/Redis/">Redis</a><a class="post-meta__tags" href="/tags/db/">数据库</a></div></div>
      <div class="relatedPosts"><a href="/x/">相关</a><time>2020-01-01</time></div></div>
      <div class="aside-content"><div class="card-tag-cloud"><a href="/tags/Java/">Java</a><a href="/tags/C/">C</a></div></div></main>`,
    expected: {
      title: 'Redis 持久化',
      author: '阿强',
      publishedAt: '2023-05-06T07:08:09Z',
      updatedAt: '2023-06-06T07:08:09Z',
      tags: ['Redis', '数据库'],
    },
  },
  {
    name: 'Hugo PaperMod',
    head: '<title>Channels in Go | Ann writes</title><meta name="keywords" content="go, channels"><meta name="author" content="Ann Lee"><script type="application/ld+json">{"@context":"https://schema.org","@type":"BlogPosting","headline":"Channels in Go","keywords":["go","channels"],"datePublished":"2024-01-02T03:04:05Z","dateModified":"2024-01-03T03:04:05Z","author":{"@type":"Person","name":"Ann Lee"},"mainEntityOfPage":{"@type":"WebPage","@id":"https://blog.test/posts/one/"},"publisher":{"@type":"Organization","name":"Ann writes"}}</script>',
    body: `<header class="header"><nav><div class="logo"><a href="/">Ann writes</a></div></nav></header><main><article class="post-single"><header class="post-header"><h1 class="post-title">Channels in Go</h1>
      <div class="post-meta"><span title="2024-01-02 03:04:05 +0000 UTC">January 2, 2024</span>&nbsp;·&nbsp;5 min&nbsp;·&nbsp;Ann Lee</div></header><div class="post-content">${english}</div>
      <footer class="post-footer"><ul class="post-tags"><li><a href="/tags/go/">go</a></li><li><a href="/tags/channels/">channels</a></li></ul></footer></article></main>`,
    expected: {
      title: 'Channels in Go',
      author: 'Ann Lee',
      publishedAt: '2024-01-02T03:04:05Z',
      updatedAt: '2024-01-03T03:04:05Z',
      tags: ['go', 'channels'],
      language: 'en',
    },
  },
  {
    name: 'Hugo with microdata alone',
    head: '<title>Bind mounts - notes</title><meta itemprop="name" content="Bind mounts"><meta itemprop="datePublished" content="2021-02-03T00:00:00+00:00"><meta itemprop="keywords" content="linux,mount">',
    body: `<main><h1>Bind mounts</h1>${english}</main>`,
    expected: { title: 'Bind mounts', publishedAt: '2021-02-03T00:00:00Z', tags: ['linux', 'mount'] },
  },
  {
    name: 'Jekyll Hux: header outside the article',
    lang: 'zh',
    head: '<title>线程池 - 老王的博客 - 慢慢来</title><meta name="keywords" content="老王的博客, 博客, 前端, 生活">',
    body: `<nav><a class="navbar-brand" href="/">老王的博客</a></nav><header class="intro-header"><div class="post-heading"><div class="tags"><a class="tag" href="/tags/#并发">并发</a><a class="tag" href="/tags/#Java">Java</a></div>
      <h1>线程池</h1><h2 class="subheading">一点笔记</h2><span class="meta">Posted by laowang on March 4, 2022</span></div></header><article><div class="post-container">${chinese}</div></article>`,
    expected: { title: '线程池', author: 'laowang', publishedAt: '2022-03-04', tags: ['并发', 'Java'] },
  },
  {
    name: 'Jekyll minimal-mistakes',
    head: '<title>Tuning the GC - Bob’s notes</title>',
    body: `<main><article itemscope itemtype="https://schema.org/CreativeWork"><meta itemprop="datePublished" content="2020-05-06T00:00:00+00:00"><h1 id="page-title" itemprop="headline"><a href="https://blog.test/posts/one/" itemprop="url">Tuning the GC</a></h1>
      <section itemprop="text">${english}</section><footer class="page__meta"><p class="page__taxonomy"><strong>Tags: </strong><span itemprop="keywords"><a href="/tags/#gc" rel="tag">gc</a>, <a href="/tags/#jvm" rel="tag">jvm</a></span></p>
      <p class="page__taxonomy"><strong>Categories: </strong><a href="/categories/#java" rel="tag">java</a></p><p class="page__date"><strong>Updated:</strong> <time datetime="2020-05-09">May 9, 2020</time></p></footer></article></main>`,
    expected: {
      title: 'Tuning the GC',
      publishedAt: '2020-05-06T00:00:00Z',
      updatedAt: '2020-05-09',
      tags: ['gc', 'jvm'],
    },
  },
  {
    name: 'Pelican: header inside the text',
    lang: 'en',
    head: '<title>发布到服务器</title>',
    body: `<header id="banner"><h1><a href="/">MySite</a></h1></header><section id="content"><article><header><h1 class="entry-title"><a href="/ship.html" rel="bookmark">发布到服务器</a></h1></header><div class="entry-content">
      <footer class="post-info"><span>Thu 29 October 2015</span><span>| tags: <a href="/tag/ops.html">ops</a><a href="/tag/ssh.html">ssh</a></span></footer>${chinese}</div></article></section>`,
    expected: { title: '发布到服务器', publishedAt: '2015-10-29', tags: ['ops', 'ssh'], language: 'zh' },
  },
  {
    name: 'WordPress',
    head: '<title>Docker without root &raquo; Ops Diary</title><meta property="og:title" content="Docker without root - Ops Diary">',
    body: `<header><p class="site-title"><a href="https://blog.test/" rel="home">Ops Diary</a></p></header><main><article class="post hentry"><header class="entry-header"><h1 class="entry-title">Docker without root</h1>
      <div class="entry-meta"><span class="posted-on">Posted on <a href="#" rel="bookmark"><time class="entry-date published" datetime="2019-08-07T10:00:00+02:00">August 7, 2019</time><time class="updated" datetime="2019-09-01T10:00:00+02:00">September 1, 2019</time></a></span> <span class="byline">by <span class="author vcard"><a class="url fn n" href="/author/eve/">Eve Adams</a></span></span></div></header>
      <div class="entry-content">${english}</div><footer class="entry-footer"><span class="cat-links">Posted in <a href="/category/ops/" rel="category tag">Ops</a></span><span class="tags-links">Tagged <a href="/tag/docker/" rel="tag">docker</a>, <a href="/tag/rootless/" rel="tag">rootless</a></span></footer></article></main>`,
    expected: {
      title: 'Docker without root',
      author: 'Eve Adams',
      publishedAt: '2019-08-07T10:00:00+02:00',
      updatedAt: '2019-09-01T10:00:00+02:00',
      tags: ['docker', 'rootless'],
    },
  },
  {
    name: 'CSDN',
    url: 'https://blog.csdn.net/someone/article/details/1',
    lang: 'zh-CN',
    head: '<title>Spring 事务失效的原因_spring 事务-CSDN博客</title><meta name="keywords" content="spring 事务">',
    body: `<div class="blog-content-box"><h1 class="title-article" id="articleContentId">Spring 事务失效的原因</h1><div class="article-info-box"><a class="follow-nickName" href="https://blog.csdn.net/someone">程序员阿星</a><span class="time">于 2021-07-08 09:10:11 发布</span>
      <div class="tags-box"><span class="label">文章标签：</span><a class="tag-link" href="https://so.csdn.net/so/search?q=spring">spring</a><a class="tag-link" href="https://so.csdn.net/so/search?q=java">java</a></div></div><article>${chinese}</article></div>
      <div class="recommend-box"><a href="/x">推荐</a><span class="time">2016-01-01</span></div>`,
    expected: {
      title: 'Spring 事务失效的原因',
      author: '程序员阿星',
      publishedAt: '2021-07-08T09:10:11',
      tags: ['spring', 'java'],
    },
  },
  {
    name: 'cnblogs',
    url: 'https://www.cnblogs.com/someone/p/1.html',
    lang: 'zh-cn',
    head: '<title>EF Core 批量更新 - 张三 - 博客园</title>',
    body: `<div id="blogTitle"><h1><a id="Header1_HeaderTitle" class="headermaintitle" href="https://www.cnblogs.com/someone/">张三</a></h1></div><div class="post"><h1 class="postTitle"><a id="cb_post_title_url" href="https://www.cnblogs.com/someone/p/1.html"><span>EF Core 批量更新</span></a></h1>
      <div class="postBody">${chinese}</div><div id="EntryTag">标签: <a href="https://www.cnblogs.com/someone/tag/EF/">EF</a>, <a href="https://www.cnblogs.com/someone/tag/sql/">sql</a></div>
      <div class="postDesc">posted @ <span id="post-date">2022-02-03 12:34</span> <a href="https://www.cnblogs.com/someone/">张三</a> 阅读(99)</div></div>`,
    expected: { title: 'EF Core 批量更新', publishedAt: '2022-02-03T12:34', tags: ['EF', 'sql'] },
  },
  {
    name: 'Juejin',
    url: 'https://juejin.cn/post/1',
    lang: 'zh',
    head: '<title>写一个虚拟列表 - 掘金</title><meta name="keywords" content="前端,性能优化">',
    body: `<main><article itemscope itemtype="http://schema.org/Article"><meta itemprop="headline" content="写一个虚拟列表"><meta itemprop="datePublished" content="2023-01-02T03:04:05.000Z"><div itemprop="author" itemscope itemtype="http://schema.org/Person"><meta itemprop="name" content="小鱼"></div>
      <h1 class="article-title">写一个虚拟列表</h1><div class="article-viewer">${chinese}</div></article><div class="tag-list"><div class="tag-list-title">标签：</div><div class="tag-list-container"><a href="/tag/%E5%89%8D%E7%AB%AF"><span>前端</span></a><a href="/tag/x"><span>性能优化</span></a></div></div></main>`,
    expected: {
      title: '写一个虚拟列表',
      author: '小鱼',
      publishedAt: '2023-01-02T03:04:05Z',
      tags: ['前端', '性能优化'],
    },
  },
  {
    name: 'WeChat',
    url: 'https://mp.weixin.qq.com/s/abc',
    head: '<title>一次线上事故复盘</title><meta property="og:title" content="一次线上事故复盘"><meta property="og:article:author" content="李四">',
    body: `<div class="rich_media"><h1 class="rich_media_title" id="activity-name">一次线上事故复盘</h1><div class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">李四</span><a id="js_name">运维之家</a><em id="publish_time" class="rich_media_meta">2023年1月10日 07:07</em></div><div id="js_content">${chinese}</div></div>`,
    expected: { title: '一次线上事故复盘', author: '李四', publishedAt: '2023-01-10T07:07', language: 'zh' },
  },
  {
    name: 'Docusaurus blog post',
    head: '<title>Release 3 | Tool</title><meta property="og:title" content="Release 3 | Tool"><meta property="article:published_time" content="2024-05-06T00:00:00.000Z"><meta property="article:tag" content="release">',
    body: `<nav class="navbar"><a class="navbar__brand" href="/"><b class="navbar__title">Tool</b></a></nav><main><article><header><h1 class="title_abc">Release 3</h1><div class="container_x margin-vert--md"><time datetime="2024-05-06T00:00:00.000Z">May 6, 2024</time> · 2 min read</div><div class="avatar__name"><a href="/kim"><span class="authorName_y">Kim Park</span></a></div></header>
      <div class="markdown">${english}<h2>Fixes<a href="#fixes" class="hash-link">​</a></h2></div><footer><b>Tags:</b><ul><li><a rel="tag" href="/blog/tags/release">release</a></li></ul></footer></article></main>`,
    expected: {
      title: 'Release 3',
      author: 'Kim Park',
      publishedAt: '2024-05-06T00:00:00.000Z'.replace('.000', ''),
      tags: ['release'],
    },
  },
  {
    name: 'docs page: no author, date or tags',
    url: 'https://docs.test/guide/install/',
    head: '<title>Installation - Tool docs</title>',
    body: `<div class="navbar"><a class="navbar-brand" href="../..">Tool docs</a><a href="./">Installation</a></div><div role="main"><h1 id="tool-installation">Tool Installation<a class="headerlink" href="#tool-installation">¶</a></h1>${english}</div>`,
    expected: {
      title: 'Tool Installation',
      author: null,
      publishedAt: null,
      updatedAt: null,
      tags: [],
      siteName: 'Tool docs',
    },
  },
  {
    name: 'VitePress with its last change',
    lang: 'zh-CN',
    head: '<title>部署 | 工具</title>',
    body: `<main><div class="vp-doc"><h1 id="部署">部署 <a class="header-anchor" href="#部署">​</a></h1>${chinese}</div><footer><div class="VPDocFooterLastUpdated"><p class="VPLastUpdated">最后更新于: <time datetime="2024-02-03T04:05:06.000Z">2024/2/3</time></p></div></footer></main>`,
    expected: { title: '部署', publishedAt: null, updatedAt: '2024-02-03T04:05:06Z' },
  },
  {
    name: 'a site whose every page has one title',
    url: 'https://notes.test/draft/',
    head: '<title>Allen-Pocket Blog</title><meta name="author" content="Allen Pocket">',
    body: `<div><h1>How slime moulds count</h1><section><p>2022-03-26</p></section><div id="markdown">${english}<h1>Another</h1></div></div>`,
    expected: { title: 'How slime moulds count', publishedAt: '2022-03-26' },
  },
];

describe('readMetadata', () => {
  it.each(samples)('$name', ({ head, body, url, lang, expected }) => {
    expect(metadataOf(head, body, url, lang)).toMatchObject(expected);
  });
});
