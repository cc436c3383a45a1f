import { languageField } from './language-field.ts';
import { type Enhancement, element } from './enhancement.ts';
import { setChildren } from '../../../extract/many-nodes.ts';

const copiedFor = 2000;

/** A bar over each code block: file name or language, and a button that copies exactly the code's text. */
export function dressCode(article: ParentNode, enhancement: Enhancement): void {
  for (const code of article.querySelectorAll('pre > code')) {
    const pre = code.parentElement;
    if (pre === null) continue;
    const figure = element('figure', 'code-block');
    const bar = element('figcaption', 'code-bar');
    bar.append(labelOf(code, enhancement), copyButton(code, enhancement));
    pre.replaceWith(figure);
    // Long lines scroll, and what scrolls must be reached by the keyboard.
    pre.tabIndex = 0;
    figure.append(bar, pre);
    markLines(code);
  }
}

function labelOf(code: Element, enhancement: Enhancement): HTMLElement {
  const { t } = enhancement.translation;
  const { file = '', guessed } = code instanceof HTMLElement ? code.dataset : {};
  const language = /(?:^|\s)language-(\S+)/.exec(code.className)?.[1] ?? '';
  const label = element('span', 'code-label');
  if (file !== '') label.append(element('span', 'code-file', file));
  const block = Number(code.closest('[data-block]')?.getAttribute('data-block') ?? Number.NaN);
  const shown =
    language === '' ? t('codeLabelPlain') : guessed === undefined ? language : t('codeGuessed', language);
  label.append(
    Number.isNaN(block)
      ? element('span', 'code-language', shown)
      : languageField(block, shown, language, enhancement),
  );
  return label;
}

function copyButton(code: Element, { translation: { t }, copy, announce }: Enhancement): HTMLButtonElement {
  const button = element('button', 'code-copy', t('copyCode'));
  button.type = 'button';
  const say = (text: string) => {
    button.textContent = text;
    announce(text);
    setTimeout(() => {
      button.textContent = t('copyCode');
    }, copiedFor);
  };
  button.addEventListener('click', () => {
    copy(code.textContent).then(
      () => say(t('copied')),
      () => say(t('copyFailed')),
    );
  });
  return button;
}

/**
 * Each line becomes an element, for line numbers by style sheet and for the lines that the author marked
 * (`data-lines="1,4-6"`); the text stays the same, to the byte.
 */
function markLines(code: Element): void {
  const marked = lineNumbers(code.getAttribute('data-lines') ?? '');
  const lines = code.textContent.split('\n');
  if (lines.length > mostLines) return;
  const pieces = lines.flatMap((text, index) => {
    const line = lineElement(marked.has(index + 1));
    line.textContent = text;
    return index === lines.length - 1 ? [line] : [line, '\n'];
  });
  setChildren(code, pieces);
}

export function lineElement(marked: boolean): HTMLElement {
  return marked ? element('mark', 'line code-line') : element('span', 'line');
}

/** Far more than a block has: a range from the page is not to be walked without end. */
const mostLines = 10_000;

/** Of `1,4-6`. Ranges may lie over each other, as many as there are: each line is looked at once. */
function lineNumbers(text: string): Set<number> {
  const ends = new Map<number, number>();
  for (const [, from = '', to = from] of text.matchAll(/(\d{1,6})(?:-(\d{1,6}))?/g))
    ends.set(Number(from), Math.max(ends.get(Number(from)) ?? 0, Number(to)));
  const numbers = new Set<number>();
  let end = ends.get(0) ?? 0;
  for (let line = 1; line <= mostLines; line += 1) {
    end = Math.max(end, ends.get(line) ?? 0);
    if (line <= end) numbers.add(line);
  }
  return numbers;
}
