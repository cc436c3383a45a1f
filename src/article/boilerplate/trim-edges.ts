/** Takes the page's title and what is left of its furniture off the ends of the article. */
export function trimEdges(article: HTMLElement, title: string): void {
  dropTitle(article, title);
}

/** The title is not part of the article's text; themes and some authors write it above. */
function dropTitle(article: HTMLElement, title: string): void {
  const wanted = plain(title);
  if (wanted === '') return;
  const first = [...article.children].slice(0, 4).find((element) => /^H[1-3]$/.test(element.tagName));
  if (first !== undefined && plain(first.textContent ?? '') === wanted) first.remove();
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
