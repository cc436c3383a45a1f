import { Readability } from '@mozilla/readability';

/** The article's HTML as Readability alone gives it: on a clone of the document, as everyone uses it. */
export default (): string => {
  const copy = document.implementation.createHTMLDocument('');
  copy.replaceChild(copy.importNode(document.documentElement, true), copy.documentElement);
  return new Readability(copy).parse()?.content ?? '';
};
