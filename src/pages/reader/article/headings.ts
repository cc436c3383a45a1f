import { titlePhrases } from '../../../ui/title-phrases.ts';

/** Chinese headings break between words. `language` is the article's, BCP 47. */
export function dressHeadings(article: ParentNode, language: string | null): void {
  for (const heading of article.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Text && node.parentElement?.closest('code, [data-math]') === null) texts.push(node);
    }
    let isChinese = false;
    for (const text of texts) {
      const phrases = titlePhrases(text.data, language);
      if (phrases.length === 1) continue;
      isChinese = true;
      text.replaceWith(
        ...phrases.flatMap((phrase, place) => (place === 0 ? [phrase] : [breakPlace(), phrase])),
      );
    }
    if (isChinese) heading.classList.add('phrases');
  }
}

function breakPlace(): HTMLElement {
  return document.createElement('wbr');
}
