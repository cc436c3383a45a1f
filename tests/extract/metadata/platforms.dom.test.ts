import { describe, expect, it } from 'vitest';
import { metadataOf } from './page.ts';
import { type Sample, chinese, english } from './sample.ts';

const samples: readonly Sample[] = [
  {
    name: 'Hexo Matery',
    lang: 'zh-CN',
    head: '<title>线程池参数怎么定 | 老周的博客</title><meta name="keywords" content="线程池参数怎么定, 博客, java"><meta name="description" content="记录">',
    body: `<header class="navbar-fixed"><nav><div class="brand-logo"><a href="/"><span class="logo-span">老周的博客</span></a></div></nav></header>
      <div class="bg-cover post-cover"><div class="container"><h1 class="description center-align post-title">线程池参数怎么定</h1></div></div>
      <main class="post-container"><div id="artDetail"><div class="card"><div class="card-content article-info"><div class="row tag-cate"><div class="col s7"><div class="article-tag"><a href="/tags/Java/"><span class="chip bg-color">Java</span></a><a href="/tags/JUC/"><span class="chip bg-color">JUC</span></a></div></div><div class="col s5 right-align"><div class="post-cate"><a href="/categories/后端/">后端</a></div></div></div>
      <div class="post-info"><div class="post-date info-break-policy"><i></i>发布日期:&nbsp;&nbsp; 2020-03-04</div><div class="post-date info-break-policy">更新日期:&nbsp;&nbsp; 2020-05-06</div><div class="info-break-policy">文章字数: 1.2k</div></div></div><div class="card-content article-card-content"><div id="articleContent">${chinese}</div><div class="reprint"><div class="reprint__author"><span class="reprint-meta">文章作者:</span><span class="reprint-info"><a href="/about" rel="external nofollow noreferrer">老周</a></span></div></div></div></div></div></main>`,
    expected: {
      title: '线程池参数怎么定',
      author: '老周',
      publishedAt: '2020-03-04',
      updatedAt: '2020-05-06',
      tags: ['Java', 'JUC'],
    },
  },
  {
    name: 'Hexo Fluid: the visible title is typed by a script',
    lang: 'zh-CN',
    head: '<title>矩阵求导小抄 - 数字花园</title><meta name="author" content="林木">',
    body: `<header><nav id="navbar"><a class="navbar-brand" href="/"><strong>数字花园</strong></a></nav><div id="banner"><span id="subtitle" data-typed-text="矩阵求导小抄"></span><div class="mt-3"><span class="post-meta"><i class="iconfont icon-date-fill"></i><time datetime="2021-08-09 10:11" pubdate>2021年8月9日 上午</time></span></div></div></header>
      <main><div id="board"><article class="post-content"><h1 style="display: none">矩阵求导小抄</h1><div class="markdown-body">${chinese}</div><div class="post-metas"><div class="post-meta"><a href="/categories/数学/" class="category-chain-item">数学</a></div><div class="post-meta"><a href="/tags/矩阵/" class="print-no-link">#矩阵</a><a href="/tags/求导/" class="print-no-link">#求导</a></div></div></article></div></main>`,
    expected: {
      title: '矩阵求导小抄',
      author: '林木',
      publishedAt: '2021-08-09T10:11',
      tags: ['矩阵', '求导'],
    },
  },
  {
    name: 'Hexo Icarus',
    head: '<title>CSS grid by example - Kim</title><meta property="og:title" content="CSS grid by example"><meta property="og:site_name" content="Kim">',
    body: `<nav class="navbar"><a class="navbar-logo" href="/">Kim</a></nav><section><div class="columns"><div class="column column-main"><div class="card"><article class="card-content article"><div class="article-meta"><time datetime="2022-01-02T03:04:05.000Z" title="1/2/2022, 11:04:05 AM">2022-01-02</time><span class="level-item"><a class="link-muted" href="/categories/CSS/">CSS</a></span></div><h1 class="title">CSS grid by example</h1><div class="content">${english}</div><div class="article-tags"><span class="mr-2">#</span><a class="link-muted mr-2" rel="tag" href="/tags/css/">css</a></div></article></div></div>
      <div class="column column-right"><div class="card widget" data-type="profile"><p class="title">Kim Park</p></div><div class="card widget" data-type="recent-posts"><article class="media"><p class="date"><time datetime="2024-05-05T00:00:00.000Z">2024-05-05</time></p><p class="title"><a href="/x/">Newer</a></p></article></div><div class="card widget" data-type="tags"><a class="tags" href="/tags/js/"><span class="tag">js</span><span class="tag">9</span></a></div></div></div></section>`,
    expected: { title: 'CSS grid by example', publishedAt: '2022-01-02T03:04:05Z', tags: ['css'] },
  },
  {
    name: 'Hugo LoveIt',
    lang: 'zh-CN',
    head: '<title>内核模块入门 - 风的博客</title><meta name="Description" content="入门">',
    body: `<header class="desktop"><div class="header-title"><a href="/" title="风的博客">风的博客</a></div></header><main><article class="page single"><h1 class="single-title animated">内核模块入门</h1><div class="post-meta"><div class="post-meta-line"><span class="post-author"><a href="/" title="Author" rel="author" class="author"><i class="fas"></i>阿风</a></span>&nbsp;<span class="post-category">收录于 <a href="/categories/linux/">Linux</a></span></div><div class="post-meta-line"><i></i>&nbsp;<time datetime="2021-04-05">2021-04-05</time>&nbsp;约 1200 字</div></div><div class="content" id="content">${chinese}</div><div class="post-footer"><div class="post-info"><div class="post-info-mod"><span>更新于 2021-05-06</span></div></div><div class="post-info-more"><section class="post-tags"><i></i>&nbsp;<a href="/tags/linux/">Linux</a>,&nbsp;<a href="/tags/kernel/">内核</a></section></div></div></article></main>`,
    expected: {
      title: '内核模块入门',
      author: '阿风',
      publishedAt: '2021-04-05',
      updatedAt: '2021-05-06',
      tags: ['Linux', '内核'],
    },
  },
  {
    name: 'Hugo Stack',
    head: '<title>Paxos, briefly</title><meta property="og:site_name" content="Quiet"><meta property="article:published_time" content="2020-02-09T00:00:00+00:00">',
    body: `<aside class="sidebar left-sidebar"><header><div class="site-meta"><h1 class="site-name"><a href="/">Quiet</a></h1></div></header></aside><main class="main"><article class="main-article"><header class="article-header"><div class="article-details"><header class="article-category"><a href="/categories/dist/">dist</a></header><h2 class="article-title"><a href="/p/paxos/">Paxos, briefly</a></h2><footer class="article-time"><div><time class="article-time--published">Feb 09, 2020</time></div></footer></div></header><section class="article-content">${english}</section><footer class="article-footer"><section class="article-tags"><a href="/tags/paxos/">paxos</a><a href="/tags/consensus/">consensus</a></section></footer></article><aside class="related-content--wrapper"><article><h2 class="article-title">Raft</h2></article></aside></main>`,
    expected: { title: 'Paxos, briefly', publishedAt: '2020-02-09T00:00:00Z', tags: ['paxos', 'consensus'] },
  },
  {
    name: 'Jekyll Chirpy',
    head: '<title>Mounting overlayfs | Field notes</title><meta name="author" content="Ren"><script type="application/ld+json">{"@type":"BlogPosting","headline":"Mounting overlayfs","datePublished":"2023-04-05T00:00:00+08:00","dateModified":"2023-06-07T00:00:00+08:00","author":{"@type":"Person","name":"Ren"},"url":"https://blog.test/posts/one/"}</script>',
    body: `<aside id="sidebar"><p class="site-title"><a href="/">Field notes</a></p></aside><main><article class="px-1"><header><h1 data-toc-skip>Mounting overlayfs</h1><div class="post-meta text-muted"><span>Posted <time data-ts="1680624000">Apr 5, 2023</time></span><span>By <em><a href="https://ren.test">Ren</a></em></span></div></header><div class="content">${english}</div><div class="post-tail-wrapper"><div class="post-meta mb-3"><i></i><a href="/categories/linux/">Linux</a></div><div class="post-tags"><i class="fa fa-tags"></i><a href="/tags/overlayfs/" class="post-tag no-text-decoration">overlayfs</a><a href="/tags/mount/" class="post-tag no-text-decoration">mount</a></div></div></article></main>
      <aside id="panel-wrapper"><section><h2 class="panel-heading">Trending Tags</h2><a class="post-tag" href="/tags/x/">x</a></section></aside>`,
    expected: {
      title: 'Mounting overlayfs',
      author: 'Ren',
      publishedAt: '2023-04-05T00:00:00+08:00',
      tags: ['overlayfs', 'mount'],
    },
  },
  {
    name: 'VuePress Hope',
    lang: 'zh-CN',
    head: '<title>前端监控 | 某某的笔记</title><meta property="og:site_name" content="某某的笔记"><meta property="article:author" content="某某"><meta property="article:published_time" content="2022-06-07T00:00:00.000Z"><meta property="article:tag" content="监控">',
    body: `<header class="vp-navbar"><a class="vp-brand" href="/"><span class="vp-site-name">某某的笔记</span></a></header><main class="vp-page"><div class="vp-page-title"><h1><!---->前端监控</h1><div class="page-info"><span class="page-author-info"><span class="page-author-item">某某</span></span><span class="page-date-info"><span>2022年6月7日</span><meta property="datePublished" content="2022-06-07T00:00:00.000Z"></span><span class="page-tag-info"><span class="page-tag-item color1">监控</span></span></div></div><div class="theme-hope-content">${chinese}</div></main>`,
    expected: { title: '前端监控', author: '某某', publishedAt: '2022-06-07T00:00:00Z', tags: ['监控'] },
  },
  {
    name: 'MkDocs Material',
    head: '<title>Plugins - Tool</title><meta name="author" content="Tool authors">',
    body: `<header class="md-header"><a href="../.." class="md-header__button md-logo" title="Tool"></a><div class="md-header__title">Tool</div></header><main class="md-main"><div class="md-sidebar"><nav><a href="./" class="md-nav__link">Plugins</a></nav></div><article class="md-content__inner"><a class="md-content__button" href="#" title="Edit this page"></a><h1 id="plugins">Plugins<a class="headerlink" href="#plugins">&para;</a></h1>${english}<aside class="md-source-file"><span class="md-source-file__fact"><span class="git-revision-date-localized-plugin">March 4, 2024</span></span></aside></article></main>`,
    expected: { title: 'Plugins', publishedAt: null, tags: [] },
  },
  {
    name: 'Sphinx',
    head: '<title>Views — Tool 1.2 documentation</title>',
    body: `<div class="document"><div class="body" role="main"><section id="views"><h1>Views<a class="headerlink" href="#views" title="Permalink">¶</a></h1>${english}</section></div></div><footer>© Copyright 2024, Adam Hill. Created using Sphinx.</footer>`,
    expected: { title: 'Views', author: null },
  },
  {
    name: 'mdBook',
    head: '<title>Foreword - The Tool Book</title>',
    body: `<nav id="sidebar"><ol><li><a href="foreword.html" class="active">Foreword</a></li></ol></nav><div id="menu-bar"><h1 class="menu-title">The Tool Book</h1></div><main><h1 id="foreword"><a class="header" href="#foreword">Foreword</a></h1>${english}</main>`,
    expected: { title: 'Foreword', siteName: 'The Tool Book' },
  },
  {
    name: 'Typecho',
    lang: 'zh-CN',
    url: 'https://blog.test/archives/12.html',
    head: '<title>备份脚本三则 - 拾荒</title><meta name="keywords" content="shell,备份">',
    body: `<header id="header"><a id="logo" href="https://blog.test/">拾荒</a></header><div id="main"><article class="post" itemscope itemtype="http://schema.org/BlogPosting"><h1 class="post-title" itemprop="name headline"><a itemprop="url" href="https://blog.test/archives/12.html">备份脚本三则</a></h1><ul class="post-meta"><li itemprop="author" itemscope itemtype="http://schema.org/Person">作者: <a itemprop="name" href="https://blog.test/author/1/" rel="author">拾荒者</a></li><li>时间: <time datetime="2019-10-11T12:13:14+08:00" itemprop="datePublished">2019-10-11</time></li><li>分类: <a href="https://blog.test/category/default/">默认分类</a></li></ul><div class="post-content" itemprop="articleBody">${chinese}</div><p itemprop="keywords" class="tags">标签: <a href="https://blog.test/tag/shell/">shell</a>, <a href="https://blog.test/tag/backup/">备份</a></p></article></div>`,
    expected: {
      title: '备份脚本三则',
      author: '拾荒者',
      publishedAt: '2019-10-11T12:13:14+08:00',
      tags: ['shell', '备份'],
    },
  },
  {
    name: 'SegmentFault',
    lang: 'zh',
    url: 'https://segmentfault.com/a/1190000001',
    head: '<title>javascript - 深入理解闭包 - 个人文章 - SegmentFault 思否</title><meta property="og:title" content="深入理解闭包">',
    body: `<div class="article-content"><div class="card-body"><h1 class="h2 mb-3"><a href="/a/1190000001" class="text-body">深入理解闭包</a></h1><div class="d-flex"><a href="/u/xiaobai"><strong class="name">小白</strong></a><span>发布于 <time datetime="2021-02-03T10:00:00+08:00">2021-02-03</time></span></div><article class="article fmt">${chinese}</article><div class="mb-4"><a class="badge-tag" href="/t/javascript">javascript</a><a class="badge-tag" href="/t/closure">闭包</a></div></div></div>`,
    expected: {
      title: '深入理解闭包',
      publishedAt: '2021-02-03T10:00:00+08:00',
      tags: ['javascript', '闭包'],
    },
  },
  {
    name: 'dev.to',
    url: 'https://dev.to/ann/stop-mocking-time-1a2b',
    head: '<title>Stop mocking time - DEV Community</title><meta property="og:title" content="Stop mocking time"><meta property="og:site_name" content="DEV Community">',
    body: `<main><article class="crayons-article"><header class="crayons-article__header"><div class="crayons-article__header__meta"><a href="/ann" class="crayons-link fw-bold">Ann Lee</a><p class="fs-xs">Posted on <time datetime="2023-03-04T05:06:07Z" class="date-no-year">Mar 4</time></p><h1>Stop mocking time</h1><div class="spec__tags"><a class="crayons-tag" href="/t/testing"><span class="crayons-tag__prefix">#</span>testing</a><a class="crayons-tag" href="/t/go"><span class="crayons-tag__prefix">#</span>go</a></div></div></header><div class="crayons-article__body">${english}</div></article></main>`,
    expected: { title: 'Stop mocking time', publishedAt: '2023-03-04T05:06:07Z', tags: ['testing', 'go'] },
  },
  {
    name: 'Substack',
    url: 'https://ann.substack.com/p/queues',
    head: '<title>Queues are everywhere - by Ann Lee - Ann’s letter</title><meta property="og:title" content="Queues are everywhere"><meta name="author" content="Ann Lee"><script type="application/ld+json">{"@type":"NewsArticle","url":"https://ann.substack.com/p/queues","headline":"Queues are everywhere","datePublished":"2024-01-01T10:00:00+00:00","author":[{"@type":"Person","name":"Ann Lee"}],"publisher":{"@type":"Organization","name":"Ann’s letter"}}</script>',
    body: `<article><h1 class="post-title">Queues are everywhere</h1><h3 class="subtitle">Really</h3><div class="body markup">${english}</div></article>`,
    expected: { title: 'Queues are everywhere', author: 'Ann Lee', publishedAt: '2024-01-01T10:00:00Z' },
  },
  {
    name: 'Zhihu column',
    lang: 'zh',
    url: 'https://zhuanlan.zhihu.com/p/1',
    head: '<title>为什么说缓存很难 - 知乎</title>',
    body: `<article class="Post-Main"><header class="Post-Header"><h1 class="Post-Title">为什么说缓存很难</h1><div class="Post-Author"><div class="AuthorInfo" itemprop="author" itemscope itemtype="http://schema.org/Person"><meta itemprop="name" content="周末"><span class="UserLink AuthorInfo-name">周末</span></div></div></header><div class="Post-RichText">${chinese}</div><div class="ContentItem-time">编辑于 2022-03-04 12:00・IP 属地北京</div><div class="Post-topicsAndReviewer"><div class="TopicList"><a class="TopicLink" href="//www.zhihu.com/topic/1"><div class="Popover">缓存</div></a></div></div></article>`,
    expected: { title: '为什么说缓存很难', author: '周末', updatedAt: '2022-03-04T12:00' },
  },
  {
    name: 'Zola and others without any class',
    head: '<title>Small tools :: plain</title>',
    body: `<header><a href="https://blog.test/">plain</a></header><main><h1>Small tools</h1><p>7 May 2023 · <a href="/tags/cli/">cli</a> <a href="/tags/unix/">unix</a></p>${english}</main><footer>© 2023 Sam Reed</footer>`,
    expected: { title: 'Small tools', author: 'Sam Reed', publishedAt: '2023-05-07', tags: ['cli', 'unix'] },
  },
  {
    name: 'Octopress',
    head: '<title>Argument binding - Alon Horev</title><meta name="author" content="Alon Horev">',
    body: `<header><hgroup><h1><a href="/">Alon Horev</a></h1></hgroup></header><div id="main"><div id="content"><article class="hentry"><header><h1 class="entry-title">Argument binding</h1><p class="meta"><time datetime="2012-07-20T20:10:00+03:00" pubdate data-updated="true">Jul 20<span>th</span>, 2012</time></p></header><div class="entry-content">${english}</div><footer><p class="meta"><span class="byline author vcard">Posted by <span class="fn">Alon Horev</span></span><span class="categories"><a class="category" href="/blog/categories/python/">Python</a></span></p></footer></article></div></div>`,
    expected: {
      title: 'Argument binding',
      author: 'Alon Horev',
      publishedAt: '2012-07-20T20:10:00+03:00',
      tags: [],
    },
  },
];

describe('readMetadata', () => {
  it.each(samples)('$name', ({ head, body, url, lang, expected }) => {
    expect(metadataOf(head, body, url, lang)).toMatchObject(expected);
  });
});
