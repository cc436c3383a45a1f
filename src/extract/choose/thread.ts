import type { PageCopy } from '../copy/page-copy.ts';

/** How platforms write a question and its answers, an issue and its comments, a topic and its replies. */
const families: readonly {
  readonly post: string;
  readonly body: string;
  readonly author: string;
}[] = [
  { post: '.question, .answer', body: '.js-post-body', author: '[itemprop="author"] a, .user-details a' },
  {
    post: '.topic-post, .crawler-post',
    body: '.cooked, [itemprop="text"]',
    author: '.names a, .names .username, [itemprop="author"] [itemprop="name"]',
  },
  {
    post: '[data-testid="issue-viewer-issue-container"], [data-testid^="comment-viewer-outer-box"]',
    body: '[data-testid="markdown-body"]',
    author:
      '[data-testid="issue-body-header-author"], [data-testid="comment-header"] a[href]:not(:has(img)), [data-testid="avatar-link"]',
  },
  { post: '.js-comment-container', body: '.js-comment-body', author: 'a.author' },
  {
    post: '[itemtype$="schema.org/Question"], [itemtype$="schema.org/Answer"]',
    body: '[itemprop="text"]',
    author: '[itemprop="author"] [itemprop="name"]',
  },
];

/** Longest thread that is taken whole, in posts; the rest of a longer one is left. */
const longest = 100;

/**
 * The posts of a thread as one article: the first as it is, each other under a rule and its author's name. Null
 * where the page is no thread of two posts or more.
 */
export function joinThread({ body, document, rules }: PageCopy): Element | null {
  for (const { post, body: text, author } of families) {
    const posts = [...body.querySelectorAll(post)].flatMap((element) => {
      const content = element.querySelector(text);
      return content === null || !/\S/.test(content.textContent ?? '') ? [] : [{ element, content }];
    });
    if (posts.length < 2) continue;
    const article = document.createElement('article');
    for (const [index, { element, content }] of posts.slice(0, longest).entries()) {
      const name = [...element.querySelectorAll(author)]
        .map((link) => (link.textContent ?? '').trim())
        .findLast((words) => words !== '');
      if (index > 0) article.append(document.createElement('hr'), ...byline(document, name));
      article.append(content);
    }
    body.prepend(article);
    rules.add('choice/thread');
    return article;
  }
  return null;
}

function byline(document: Document, name: string | undefined): readonly Element[] {
  if (name === undefined) return [];
  const paragraph = document.createElement('p');
  const strong = document.createElement('strong');
  strong.textContent = name;
  paragraph.append(strong);
  return [paragraph];
}
