import { leaveOut } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { renameElement } from '../copy/rename-element.ts';
import { type Post, authorOf, postsOf } from './posts.ts';

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
  { post: '.plhin', body: '.t_f', author: '.authi a' },
  { post: '.postcontainer', body: '.postcontent', author: '.username' },
  { post: '.post:has(.postbody)', body: '.postbody .content', author: '.username, .username-coloured' },
  { post: '.message--post', body: '.message-body', author: '.message-name' },
  { post: '.js-comment-container', body: '.js-comment-body', author: 'a.author' },
  {
    post: '[itemtype$="schema.org/Question"], [itemtype$="schema.org/Answer"]',
    body: '[itemprop="text"]',
    author: '[itemprop="author"] [itemprop="name"]',
  },
];

export interface Thread {
  readonly article: Element;
  /** Who wrote the first post. */
  readonly author: string | null;
}

/** Longest thread that is taken whole, in posts; the rest of a longer one is left. */
const longest = 100;

/**
 * The posts of a thread as one article: the first as it is, each other under a rule and its author's name. Null
 * where the page is no thread of two posts or more.
 */
export function joinThread(copy: PageCopy): Thread | null {
  const { body, document, rules } = copy;
  const known = knownPosts(body);
  const posts = known.length < 2 ? postsOf(copy) : known;
  if (posts.length < 2) return null;
  const article = document.createElement('article');
  for (const [index, { content, author }] of posts.slice(0, longest).entries()) {
    if (index > 0) article.append(document.createElement('hr'), ...byline(document, author));
    // What a platform calls the text of a post, `comment-body`, is furniture's name elsewhere.
    for (const name of ['class', 'id']) content.removeAttribute(name);
    tidyPost(content);
    article.append(/^(?:BLOCKQUOTE|TD|LI)$/.test(content.tagName) ? renameElement(content, 'div') : content);
  }
  body.prepend(article);
  rules.add('choice/thread');
  return { article, author: posts[0]?.author ?? null };
}

/** Takes out what its author puts under every post, and sets who is quoted apart from the words. */
function tidyPost(content: Element): void {
  for (const signature of content.querySelectorAll('.signature, .message-signature'))
    leaveOut(signature, 'author', 'thread/signature');
  for (const cite of content.querySelectorAll('blockquote cite:first-child'))
    if ((cite.textContent ?? '') !== (cite.parentElement?.textContent ?? '')) renameElement(cite, 'p');
}

function knownPosts(body: Element): readonly Post[] {
  for (const { post, body: text, author } of families) {
    const contents = [...body.querySelectorAll(post)]
      .map((element) => element.querySelector(text))
      .filter((content) => content !== null && /\S/.test(content.textContent ?? ''));
    const all = [...new Set(contents)].filter((content) => content !== null);
    if (all.length >= 2)
      return all.map((content) => ({ content, author: authorOf(content, all, body, author) }));
  }
  return [];
}

function byline(document: Document, name: string | undefined): readonly Element[] {
  if (name === undefined) return [];
  const paragraph = document.createElement('p');
  const strong = document.createElement('strong');
  strong.textContent = name;
  paragraph.append(strong);
  return [paragraph];
}
