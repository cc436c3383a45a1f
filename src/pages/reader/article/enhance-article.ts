import { dressCallouts } from './callouts.ts';
import { dressCode } from './code.ts';
import { type Enhancement, element } from './enhancement.ts';
import { dressFootnotes, showNotesOnTheSpot } from './footnotes.ts';
import { type AwayImage, dressImages } from './images.ts';
import { dressLinks } from '../../note/dress-links.ts';
import { dressHeadings } from './headings.ts';
import { foldLongCode } from './fold.ts';
import { dressTabs } from './tabs.ts';

/**
 * Gives a sanitised article what its HTML cannot carry: copy buttons, tabs that switch, tables that scroll in
 * themselves, names for screen readers. Text of the article is never changed. Returns the pictures that are away.
 */
export function enhanceArticle(article: DocumentFragment, enhancement: Enhancement): readonly AwayImage[] {
  const away = dressImages(article, enhancement);
  dressHeadings(article, enhancement.language);
  dressCode(article, enhancement);
  foldLongCode(article, enhancement);
  openDetails(article);
  dressTabs(article, enhancement);
  dressCallouts(article, enhancement);
  dressTables(article, enhancement);
  dressTasks(article, enhancement);
  dressMath(article);
  dressFootnotes(article, enhancement);
  showNotesOnTheSpot(article, enhancement);
  dressLinks(article);
  return away;
}

/** What a page folded away is open when read: one came for the text, and find in page and print show all of it. */
function openDetails(article: ParentNode): void {
  for (const details of article.querySelectorAll('details')) details.open = true;
}

/** A wide table scrolls in itself, by keyboard too. */
function dressTables(article: ParentNode, { translation: { t } }: Enhancement): void {
  for (const table of article.querySelectorAll('table')) {
    const frame = element('div', 'table-frame');
    frame.tabIndex = 0;
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-label', table.caption?.textContent.trim() || t('tableLabel'));
    table.replaceWith(frame);
    frame.append(table);
  }
}

/** The box of a task, named for those who do not see it. */
function dressTasks(article: ParentNode, { translation: { t } }: Enhancement): void {
  for (const item of article.querySelectorAll('li[data-task]')) {
    const box = element('span', 'task-box');
    box.setAttribute('role', 'img');
    box.setAttribute('aria-label', t(item.getAttribute('data-task') === 'done' ? 'taskDone' : 'taskOpen'));
    const first = item.firstElementChild;
    if (first?.tagName === 'P') first.prepend(box);
    else item.prepend(box);
  }
}

/** LaTeX as text, announced as a formula. */
function dressMath(article: ParentNode): void {
  for (const formula of article.querySelectorAll('[data-math]')) {
    formula.setAttribute('role', 'math');
    formula.setAttribute('aria-label', formula.textContent);
    // A long formula scrolls in itself.
    if (formula.getAttribute('data-math') === 'block') formula.setAttribute('tabindex', '0');
  }
}
