import { dropAfterText } from '../boilerplate/after-text.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { strongMarks, weakMarks } from './content-marks.ts';
import { readabilityChoice } from './readability-choice.ts';
import { TextWeights } from './text-weights.ts';
import { roundAllTurns } from './turns.ts';
import { widen } from './widen.ts';

export interface Choice {
  readonly root: Element;
  /** What Readability kept; null where it found no article, or where its vote could not count. */
  readonly kept: ReadonlySet<Element> | null;
}

/**
 * Candidates compete by the text that they hold: the elements that generators mark as the article's text, and
 * Readability's choice. The innermost marked one wins unless another holds clearly more.
 */
export function* chooseArticle(copy: PageCopy): Generator<string, Choice | null> {
  const weights = new TextWeights(copy.body);
  yield 'choose';
  const weak = bestMarked(copy.body, weakMarks, weights);
  const marked = bestMarked(copy.body, strongMarks, weights);
  const strong = marked !== null && weak !== null && isOneOfMany(marked, weak, weights) ? weak : marked;
  yield 'choose';
  const isAsked = weights.depth <= deepest && !isDecided(strong, weak, copy.body, weights);
  const readability = isAsked ? readabilityChoice(copy) : null;
  const core = pick(strong, weak, readability?.root ?? null, weights) ?? densest(copy.body, weights);
  if (core === null || weights.of(core) < 1) return null;
  yield 'choose';
  const turns = roundAllTurns(core, copy.body);
  yield 'choose';
  const root = turns ?? (core === strong ? core : widen(core, copy, core === weak ? leastBesideMark : 0));
  if (turns !== null) copy.rules.add('choice/turns');
  else if (root !== core) copy.rules.add('choice/widened');
  copy.rules.add(
    core === strong || core === weak
      ? 'choice/marked'
      : core === readability?.root
        ? 'choice/readability'
        : 'choice/densest',
  );
  if (turns === null) dropAfterText(root);
  const held = inHolder(root, copy);
  bringNotes(held, copy);
  return { root: held, kept: readability?.kept ?? null };
}

/** Levels up to which Readability is asked: its time grows with their square, and a parser stops at 512. */
const deepest = 300;

/** A block that is the whole article, as a file of text is, in an element that can hold one. */
function inHolder(root: Element, { document }: PageCopy): Element {
  if (!/^(?:PRE|UL|OL|DL|TABLE|BLOCKQUOTE|P|FIGURE)$/.test(root.tagName)) return root;
  const holder = document.createElement('div');
  root.replaceWith(holder);
  holder.append(root);
  return holder;
}

/** The notes of an article may stand after its element: they come into it where it refers to them. */
function bringNotes(root: Element, { body }: PageCopy): void {
  for (const section of body.querySelectorAll('section[data-footnotes]')) {
    if (root.contains(section) || section.contains(root)) continue;
    const labels = new Set(
      [...section.querySelectorAll('[data-footnote]')].map((note) => note.getAttribute('data-footnote')),
    );
    const isReferred = [...root.querySelectorAll('[data-footnote-ref]')].some((reference) =>
      labels.has(reference.getAttribute('data-footnote-ref')),
    );
    if (isReferred) root.append(section);
  }
}

/** A mark that only may be the article's is not left for less than this share of its text. */
const leastBesideMark = 0.15;

/** Whether a marked element is one section of an article whose sections are all marked alike. */
function isOneOfMany(marked: Element, whole: Element, weights: TextWeights): boolean {
  const alike = [...(marked.parentElement?.children ?? [])].filter(
    (other) => other.tagName === marked.tagName && other.className === marked.className,
  );
  if (alike.length < 3 || !whole.contains(marked)) return false;
  const sum = alike.reduce((total, other) => total + weights.of(other), 0);
  return weights.of(marked) < sum * 0.7 && sum >= weights.of(whole) * 0.6;
}

/** Whether Readability, which cannot choose more than the body, could still change what `pick` says. */
function isDecided(
  strong: Element | null,
  weak: Element | null,
  body: Element,
  weights: TextWeights,
): boolean {
  return pick(strong, weak, body, weights) !== body && (strong !== null || weak !== null);
}

/** A generator's own mark is believed unless hardly any of the page's text is there. */
function pick(
  strong: Element | null,
  weak: Element | null,
  chosen: Element | null,
  weights: TextWeights,
): Element | null {
  const rival = Math.max(chosen === null ? 0 : weights.of(chosen), weak === null ? 0 : weights.of(weak));
  if (strong !== null && weights.of(strong) >= rival * 0.3) return strong;
  if (
    strong !== null &&
    weak?.contains(strong) === true &&
    weights.of(strong) >= rival * 0.1 &&
    weights.of(strong) > 150
  )
    return strong;
  if (weak !== null && (chosen === null || weights.of(weak) >= weights.of(chosen) * 0.75)) return weak;
  return chosen ?? strong;
}

/** Of the marked elements the one with most text, then the innermost that still holds nearly all of it. */
function bestMarked(body: HTMLElement, marks: readonly string[], weights: TextWeights): Element | null {
  let best: Element | null = null;
  const candidates: Element[] = [];
  const marked = marks.join();
  // One walk over what can have a mark at all: a query for each mark walks a long page as often.
  for (const element of body.querySelectorAll(
    '[class], [id], [itemprop], [role], article, main, d-article',
  )) {
    if (/^(PRE|CODE|P|SPAN|A|LI|H[1-6])$/.test(element.tagName) || weights.of(element) < 1) continue;
    if (!element.matches(marked)) continue;
    candidates.push(element);
    if (best === null || weights.of(element) > weights.of(best)) best = element;
  }
  if (best === null) return null;
  const enough = weights.of(best) * 0.85;
  const blocks = best.querySelectorAll('pre').length * 0.7;
  let chosen: Element = best;
  for (const element of candidates) {
    if (
      chosen.contains(element) &&
      weights.of(element) >= enough &&
      element.querySelectorAll('pre').length >= blocks
    )
      chosen = element;
  }
  return chosen;
}

/** Down from the body as long as one child holds nearly everything. */
function densest(body: HTMLElement, weights: TextWeights): Element | null {
  let element: Element = body;
  for (;;) {
    const inner = [...element.children].find((child) => weights.of(child) >= weights.of(element) * 0.8);
    if (
      inner === undefined ||
      !/^(DIV|SECTION|ARTICLE|MAIN|TD|TABLE|TBODY|TR|CENTER|SPAN)$/.test(inner.tagName)
    )
      return element;
    element = inner;
  }
}
