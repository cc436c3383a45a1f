import type { LeftOutReason } from '../../core/clip/left-out.ts';
import { isBoilerplateName } from '../boilerplate/names.ts';
import type { Passage } from './passage.ts';

/** Numbers of the first and the last block of the article on the page. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

const never: ReadonlySet<LeftOutReason> = new Set([
  'hidden',
  'controls',
  'comments',
  'advertisement',
  'duplicate',
] as const);

/** Whether a passage may be part of the article: sentences or code, inside of its span, or anywhere for no good reason. */
export function isMissing(passage: Passage, span: Span): boolean {
  const { reason, letters, linked, sentences, code } = passage;
  const inside = passage.first > span.first && passage.first < span.last;
  if (inside && (isTooMuch(passage) || (reason === 'advertisement' && code > 0))) return true;
  if (never.has(reason)) return false;
  if (code > 0 && inside) return true;
  if (code > 0 && (code > 1 || sentences >= 60) && isOpen(reason)) return !isInFurniture(passage);
  if (linked > letters * 0.5) return false;
  if (inside) return reason === 'unaccounted' ? letters - linked >= 60 : sentences >= 100;
  return isOpen(reason) && sentences >= 250 && linked < letters * 0.35 && !isInFurniture(passage);
}

/** Fewer letters than this are no article beside which a longer passage could be furniture. */
const shortArticle = 400;

/** Whether more was left out, as furniture of no known kind, than a short article holds: then the choice was wrong. */
export function isMoreThanArticle({ holder, reason, letters, linked }: Passage, kept: number): boolean {
  if (kept >= shortArticle || (reason !== 'navigation' && !isOpen(reason))) return false;
  return (
    letters - linked > Math.max(kept, 40) &&
    holder.closest('nav, footer, [role="navigation"], [role="contentinfo"]') === null
  );
}

/** A bar, a label, a sign or a number is short: what a step that knows such things takes out is not when it is long. */
function isTooMuch({ rule, letters, linked, reason }: Passage): boolean {
  return (
    (reason === 'controls' || reason === 'duplicate') && !rule.startsWith('prune/') && letters - linked >= 160
  );
}

function isOpen(reason: LeftOutReason): boolean {
  return reason === 'outside' || reason === 'unaccounted';
}

const furniture =
  'nav, footer, aside, header, dialog, [role="navigation"], [role="contentinfo"], [role="banner"], [role="complementary"], [role="dialog"]';

/** Beside the article less of a name is enough than within it. */
const beside =
  /foot|header|side|menu|nav|banner|bottom|copyright|comment|relat|recommend|widget|author|profile|bio|subscri|newsletter|modal|popup|dialog|cookie|consent|privacy|share|social|promo|sponsor|(?:^|[\s_-])ads?(?:$|[\s_-])/i;
const copyright = /^\s*(?:©|\(c\)|copyright|版权)/i;

function isInFurniture({ holder, entries }: Passage): boolean {
  if (copyright.test(entries[0]?.text ?? '')) return true;
  for (const { element } of entries.slice(0, 4)) {
    for (let each: Element | null = element; each !== null; each = each.parentElement) {
      if (each.matches(furniture)) return true;
      if (beside.test(`${each.getAttribute('class') ?? ''} ${each.id}`)) return true;
      if (isBoilerplateName(`${each.getAttribute('class') ?? ''} ${each.id}`)) return true;
      if (each === holder) break;
    }
  }
  return false;
}
