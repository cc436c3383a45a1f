/** Links to the web open beside the article and tell no one where they were found. */
export function dressLinks(article: ParentNode): void {
  for (const link of article.querySelectorAll('a')) {
    if (link.getAttribute('href')?.startsWith('#') === true) continue;
    link.target = '_blank';
    link.rel = 'noreferrer noopener';
  }
}
