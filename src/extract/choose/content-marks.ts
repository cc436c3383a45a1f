/** What generators, themes and platforms call the element of the article's text, most telling first. */
export const strongMarks: readonly string[] = [
  '[itemprop="articleBody"]',
  '#js_content, #content_views, #cnblogs_post_body, .Post-RichTextContainer .RichText, .markdown-body.article-content, .available-content .body.markup, .js-post-body, .s-prose.js-post-body, #article-container, #wiki-content, .gist-content',
  'd-article, .theme-doc-markdown, .vp-doc, .theme-default-content, .theme-hope-content, .page__content, .mw-parser-output, .theme-vdoing-content, .sl-markdown-content, .md-content__inner, .td-content, .bd-article, .book-article, .rst-content [itemprop="articleBody"], .nextra-content main, .gitbook-root main',
  '.post-content, .post_content, .post-body, .post-text, .post__content, .entry-content, .article-content, .article-entry, .article-body, .article__content, .article_content, .article__body, .post-entry, .blog-post-content, .blog-content, .single-content, .page-content, .content-body, .story-content, .story-body, .markdown-section, .c-article-content, .rich_media_content, .post-single-content, .article-main, .post-main, .h-entry .e-content, .e-content, .gh-content, [class$="__article"], [class*="__article "], .kg-canvas, .crayons-article__main, .crayons-article__body, .note-content, .blog-post__body, .blogpost-body, .post-article',
  '.markdown-body, .markdown, .prose, .rich-text, .richtext, .typo, .heti, .md-content, .markdown-content, .content-markdown, .article-markdown, .md-body, [class*="markdown"], [class*="prose"]',
  '#post-content, #article-content, #articleContent, #postContent, #content-article, #markdown, #post-body, #article, [id*="article-content"], [id*="post-content"]',
  '[class*="article-content"], [class*="post-content"], [class*="articleContent"], [class*="postContent"], [class*="article_content"], [class*="ArticleContent"], [class*="article-body"], [class*="articleBody"]',
];

/** Elements that only may be it. */
export const weakMarks: readonly string[] = [
  'article',
  'main, [role="main"], #content, .content, #main, #main-content',
];
