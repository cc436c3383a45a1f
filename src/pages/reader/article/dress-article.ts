import { dressCallouts } from './callouts.ts';
import { dressCode } from './code.ts';
import type { Dressing } from './dressing.ts';
import { dressFootnotes } from './footnotes.ts';
import { type AwayImage, dressImages } from './images.ts';
import { dressLinks } from './links.ts';
import { dressMath } from './formulas.ts';
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
export function dressArticle(article: DocumentFragment, dressing: Dressing): readonly AwayImage[] {
  const away = dressImages(article, dressing);
  dressCode(article, dressing);
  foldLongCode(article, dressing);
  openDetails(article);
  dressTabs(article, dressing);
  dressCallouts(article, dressing);
  dressTables(article, dressing);
  dressTasks(article, dressing);
  dressMath(article);
  dressFootnotes(article, dressing);
  showNotesOnTheSpot(article, dressing);
  dressLinks(article);
  return away;
}
