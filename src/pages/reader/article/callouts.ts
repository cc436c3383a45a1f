import type { MessageKey } from '../../../browser/translate.ts';
import { type Enhancement, element } from './enhancement.ts';

const titles: Record<string, MessageKey> = {
  note: 'calloutNote',
  info: 'calloutInfo',
  tip: 'calloutTip',
  success: 'calloutSuccess',
  important: 'calloutImportant',
  warning: 'calloutWarning',
  caution: 'calloutCaution',
  danger: 'calloutDanger',
  question: 'calloutQuestion',
  quote: 'calloutQuote',
  example: 'calloutExample',
  bug: 'calloutBug',
  abstract: 'calloutAbstract',
  todo: 'calloutTodo',
};

/** A callout without a title gets its type's name; it is a note within the text, not a landmark of the page. */
export function dressCallouts(article: ParentNode, { translation: { t } }: Enhancement): void {
  for (const callout of article.querySelectorAll('[data-callout]')) {
    callout.setAttribute('role', 'note');
    if (callout.querySelector(':scope > [data-callout-title]') !== null) continue;
    const type = callout.getAttribute('data-callout') ?? '';
    const title = element('p', '', t(titles[type] ?? 'calloutNote'));
    title.dataset['calloutTitle'] = '';
    callout.prepend(title);
  }
}
