import { Readability } from '@mozilla/readability';

/** Readability as everyone uses it: on a clone of the document. */
export default (): number => {
  const copy = document.implementation.createHTMLDocument('');
  copy.replaceChild(copy.importNode(document.documentElement, true), copy.documentElement);
  return new Readability(copy).parse()?.length ?? 0;
};
