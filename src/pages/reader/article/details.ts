/** What a page folded away is open when read: one came for the text, and find in page and print show all of it. */
export function openDetails(article: ParentNode): void {
  for (const details of article.querySelectorAll('details')) details.open = true;
}
