import type { PageNoticeKind } from '../../core/clip/left-out.ts';
import { leaveOut } from '../account/leave-out.ts';
import { textLengthOf } from '../boilerplate/ink.ts';
import type { PageCopy } from '../copy/page-copy.ts';

/** What a page shows that keeps it from being read to its end, to be weighed against what was read. */
export interface PageSigns {
  readonly loading: boolean;
  readonly frame: boolean;
  readonly rows: boolean;
  readonly paywall: boolean;
  readonly login: boolean;
}

export const noSigns: PageSigns = { loading: false, frame: false, rows: false, paywall: false, login: false };

const paywalls = '.paywall, .regwall, #paywall, #regwall, [data-testid="paywall"], [data-paywall]';
/** What is said where a text is cut, with a link to pay or to sign in. */
const cut =
  /(?:post|article|story|content|rest) is (?:only )?for (?:paid|paying|our)? ?(?:subscribers|members)|(?:subscribe|upgrade|sign (?:in|up)|join|log in) to (?:continue reading|read (?:the )?(?:rest|full|more|on)|keep reading|unlock)|(?:subscribers|members)[- ]only (?:post|article|story|content)|解锁(?:全文|文章|剩余)|(?:开通|购买|付费)[^。]{0,12}(?:阅读|查看|解锁)|(?:登录|登陆|关注)后?可?(?:阅读|查看)(?:全文|剩余)|剩余\s*\d+%|试读结束/i;
const loadingWords = /^\s*(?:loading|please wait|one moment|加载中|正在加载|请稍候|载入中)/i;

/** Reads the signs, before controls and frames leave the copy. The box of a wall leaves with them. */
export function pageSigns(copy: PageCopy): PageSigns {
  const { body } = copy;
  const walls = [...body.querySelectorAll(paywalls)].filter((wall) => textLengthOf(wall) < 600);
  const cuts = cutBoxes(body);
  for (const wall of [...walls, ...cuts]) leaveOut(wall, 'advertisement', 'notice/paywall');
  return {
    loading:
      body.querySelector('[aria-busy="true"], [class*="spinner"], [class*="skeleton"]') !== null ||
      loadingWords.test((body.textContent ?? '').slice(0, 200)),
    frame: [...body.querySelectorAll('iframe[src^="http"]')].some((frame) => !isTiny(frame)),
    rows: [...body.querySelectorAll('[aria-rowcount], [aria-setsize]')].some(hasFewOfItsRows),
    paywall: walls.length > 0 || cuts.length > 0 || isSold(copy.document),
    login: body.querySelector('input[type="password"]') !== null,
  };
}

/** What there is to say of a page of so many words: a shell, a frame or a login page has hardly any. */
export function noticeOf(signs: PageSigns, words: number): PageNoticeKind | null {
  if (signs.paywall) return 'paywall';
  if (signs.rows) return 'rows';
  if (words >= 100) return null;
  if (signs.login) return 'login';
  if (signs.frame) return 'frame';
  return signs.loading && words < 50 ? 'loading' : null;
}

/** Blocks in which a text may say that it is cut. */
const short = 'div, section, aside, p, h2, h3, h4';

/** The short boxes after the text that say that it goes on for some only. */
function cutBoxes(body: HTMLElement): readonly Element[] {
  if (!cut.test(body.textContent ?? '')) return [];
  const texts = [...body.querySelectorAll('p, pre, li')].filter(
    (each) => textLengthOf(each) >= 80 && each.closest('footer, aside, nav, [class*="comment" i]') === null,
  );
  const last = texts.at(-1);
  return [...body.querySelectorAll(short)].filter(
    (box) =>
      textLengthOf(box) < 300 &&
      cut.test(box.textContent ?? '') &&
      (last === undefined || (last.compareDocumentPosition(box) & 4) !== 0) &&
      box.querySelector('a[href], button, a[class]') !== null &&
      box.closest('nav, header, footer, pre, code, dialog') === null,
  );
}

function isTiny(frame: Element): boolean {
  return ['width', 'height'].some((side) => {
    const length = Number.parseFloat(frame.getAttribute(side) ?? '');
    return length < 100 && !(frame.getAttribute(side) ?? '').includes('%');
  });
}

const fewest = 20;

/** Whether a list that says how long it is has less than half of its rows in the page. */
function hasFewOfItsRows(element: Element): boolean {
  const rows = Number(element.getAttribute('aria-rowcount') ?? 0);
  if (rows >= fewest) return element.querySelectorAll('[role="row"], tr').length < rows / 2;
  const items = Number(element.getAttribute('aria-setsize') ?? 0);
  if (items < fewest || element.getAttribute('aria-posinset') === null) return false;
  return (element.parentElement?.querySelectorAll(':scope > [aria-setsize]').length ?? items) < items / 2;
}

/** Whether the page's own data say that its text is not for everyone. */
function isSold(document: Document): boolean {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].some((script) =>
    /"isAccessibleForFree"\s?:\s?"?false/i.test(script.textContent ?? ''),
  );
}
