import { leaveOut } from '../account/leave-out.ts';
import { isLanguage } from './language-names.ts';

const titles =
  '[class*="code-filename"], figcaption .title, figcaption, .code-block-caption .caption-text, .code-block-caption, .filename, .file-name, .code-title, .code-block-title, .codeblock-title, [class*="codeBlockTitle"], [data-rehype-pretty-code-title], [data-rehype-pretty-code-figcaption], .code-filename, .gatsby-code-title, .remark-code-title, .highlight-title, .code-header .title, .codeHeader b, .crayon-title, .rouge-title, .title-bar, .code-name, .file-header .file-info';
const attributes = [
  'data-file',
  'data-filename',
  'data-title',
  'data-file-name',
  'data-label-text',
  'data-enlighter-title',
  'title',
];

/** The file name or title that the page shows for a block, looked for in the wrappers that are only about it. */
export function codeTitle(scopes: readonly Element[]): string | null {
  for (const scope of scopes) {
    for (const name of attributes) {
      const title = titleOf(scope.getAttribute(name));
      if (title !== null && looksLikeFile(title)) return title;
    }
    for (const element of scope.querySelectorAll(titles)) {
      // Some themes name the code itself after its title.
      if (element.matches('pre, code') || element.querySelector('pre, code > span') !== null) continue;
      const title = titleOf(element.textContent);
      if (title !== null) return title;
    }
  }
  return null;
}

/** GitHub names a file in a heading far above it. */
function blobName(block: Element): string | null {
  if (!block.matches('textarea[aria-label="file content"]')) return null;
  const heading = block.ownerDocument.querySelector('#file-name-id-wide');
  const title = titleOf(heading?.textContent ?? null);
  if (heading !== null) leaveOut(heading, 'duplicate', 'code/title');
  return title;
}

/** Some generators write the title as a sibling before the block; it leaves its place then. */
export function titleBefore(scopes: readonly Element[]): string | null {
  const [block] = scopes;
  const name = block === undefined ? null : blobName(block);
  if (name !== null) return name;
  for (const scope of scopes) {
    const before = scope.previousElementSibling;
    if (before?.matches(siblings) !== true) continue;
    const title = titleOf(before.textContent);
    if (title !== null) leaveOut(before, 'duplicate', 'code/title');
    return title;
  }
  return null;
}

const siblings =
  '.gatsby-code-title, .remark-code-title, .code-title, .code-block-title, .codeblock-title, .code-with-filename-file, .listingblock > .title, [data-rehype-pretty-code-title]';

function titleOf(text: string | null): string | null {
  const title = (text ?? '')
    .replace(/(?<![\s\u200b\u00b6#])[\s\u200b\u00b6#]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (title === '' || title.length > 120 || isLanguage(title)) return null;
  return /^(copy|copied!?|复制|复制代码|code|代码|展开|收起|terminal window)$/i.test(title) ? null : title;
}

function looksLikeFile(title: string): boolean {
  return /\.\w{1,8}$|\/|^(Dockerfile|Makefile|Gemfile)/.test(title);
}
