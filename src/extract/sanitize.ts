import { isAllowedValue, attributes, tags } from './article-names.ts';
import createPurifier, { type Config, type DOMPurify } from 'dompurify';

const config: Config = {
  ALLOWED_TAGS: tags,
  ALLOWED_ATTR: attributes,
  ADD_URI_SAFE_ATTR: attributes.filter((name) => name !== 'href' && name !== 'src'),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|clip-image:|#(?:clip|fn)-|data:image\/)/i,
  SANITIZE_DOM: true,
};

// DOMPurify lets any data: address into `src` by itself, and one list of schemes serves links and images alike:
// `isAllowedValue` is asked again for each.
let purifier: DOMPurify | null = null;

/** Made at first use, since DOMPurify asks the page for a Trusted Types policy (`dompurify`) as it starts. */
function purify(): DOMPurify {
  if (purifier === null) {
    purifier = createPurifier(window);
    purifier.addHook('uponSanitizeAttribute', (node, event, applied) => {
      if (applied.ALLOW_DATA_ATTR === true) return;
      const { attrName: name, attrValue: value } = event;
      if (name === 'class') event.keepAttr = node.nodeName === 'CODE' && /^language-[^\s"<>]+$/.test(value);
      if (!isAllowedValue(name, value)) event.keepAttr = false;
    });
  }
  return purifier;
}

/** Stored article HTML made safe to put into a document: only what docs/article-html.md names comes through. */
export function sanitizeArticle(html: string): DocumentFragment {
  return purify().sanitize(html, { ...config, RETURN_DOM_FRAGMENT: true });
}

/** The same for a tree that is already there. */
export function sanitizeTree(root: HTMLElement): void {
  purify().sanitize(root, { ...config, IN_PLACE: true });
}

const foreignConfig: Config = { ALLOW_DATA_ATTR: true, ADD_TAGS: ['semantics', 'annotation'] };

/**
 * The body of a document made of HTML that came in a file, for the steps of the extractor to read: without scripts
 * and handlers, but with the classes and data that tell generators apart. In a document of its own, where nothing
 * runs and nothing loads; not yet article HTML.
 */
export function parseForeignHtml(html: string): HTMLElement {
  const { body } = document.implementation.createHTMLDocument('');
  body.append(purify().sanitize(html, { ...foreignConfig, RETURN_DOM_FRAGMENT: true }));
  return body;
}
