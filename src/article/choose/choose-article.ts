import type { PageCopy } from '../copy/page-copy.ts';
import { contentMarks } from './content-marks.ts';
import { readabilityChoice } from './readability-choice.ts';
import { TextWeights } from './text-weights.ts';

export interface Choice {
  readonly root: Element;
  /** What Readability kept; null where it found no article. */
  readonly kept: ReadonlySet<Element> | null;
  /** Share of the best candidate's text that the chosen element holds. */
  readonly coverage: number;
}

/**
 * Candidates compete by the text that they hold: the elements that generators mark as the article's text, and
 * Readability's choice. The innermost marked one wins unless another holds clearly more.
 */
export function chooseArticle(copy: PageCopy): Choice | null {
  const weights = new TextWeights(copy.body);
  const readability = readabilityChoice(copy);
  const marked = bestMarked(copy.body, weights);
  const most = Math.max(
    readability === null ? 0 : weights.of(readability.root),
    marked === null ? 0 : weights.of(marked),
  );
  const root = pick(marked, readability?.root ?? null, weights) ?? densest(copy.body, weights);
  if (root === null || weights.of(root) < 1) return null;
  copy.rules.add(
    root === marked ? 'choice/marked' : root === readability?.root ? 'choice/readability' : 'choice/densest',
  );
  const coverage = most === 0 ? 1 : Math.min(1, weights.of(root) / most);
  return { root, kept: readability?.kept ?? null, coverage };
}

function pick(marked: Element | null, chosen: Element | null, weights: TextWeights): Element | null {
  if (marked === null || chosen === null) return marked ?? chosen;
  if (weights.of(marked) >= weights.of(chosen) * 0.75) return marked;
  return chosen;
}

/** Of the marked elements the one with most text, then the innermost that still holds nearly all of it. */
function bestMarked(body: HTMLElement, weights: TextWeights): Element | null {
  let best: Element | null = null;
  const candidates: Element[] = [];
  for (const selector of contentMarks) {
    for (const element of body.querySelectorAll(selector)) {
      if (/^(PRE|CODE|P|SPAN|A|LI|H[1-6])$/.test(element.tagName) || weights.of(element) < 1) continue;
      candidates.push(element);
      if (best === null || weights.of(element) > weights.of(best)) best = element;
    }
  }
  if (best === null) return null;
  const enough = weights.of(best) * 0.85;
  let chosen: Element = best;
  for (const element of candidates) {
    if (chosen.contains(element) && weights.of(element) >= enough) chosen = element;
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
