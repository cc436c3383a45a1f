import { dressCallouts } from './callouts.ts';
import { dressCode } from './code.ts';
import type { Enhancement } from './enhancement.ts';
import { dressFootnotes } from './footnotes.ts';
import { type AwayImage, dressImages } from './images.ts';
import { dressLinks } from '../../note/dress-links.ts';
import { dressMath } from './formulas.ts';
import { dressHeadings } from './headings.ts';
import { openDetails } from './details.ts';
import { foldLongCode } from './fold.ts';
import { showNotesOnTheSpot } from './notes-on-the-spot.ts';
import { dressTables } from './tables.ts';
import { dressTabs } from './tabs.ts';
import { dressTasks } from './tasks.ts';

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
