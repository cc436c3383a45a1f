import { parseUrl } from '../../core/parse-url.ts';
import { leaveOut } from '../account/leave-out.ts';
import { textLengthOf } from './ink.ts';

const labels = [
  String.raw`(?:the |our |your |today.s |site.s )?(?:(?:most|more|top|all|our) )?(?:latest|recent|most read|popular|trending|top|related|recommended|similar|featured|other)(?: (?:now|today|posts?|articles?|stories|news|videos?|headlines|issues|reads?))?`,
  String.raw`more (?:in|from|by|like this)(?: .{1,40})?`,
  String.raw`more (?:posts|articles|stories|news|headlines)`,
  String.raw`(?:you|readers) (?:may|might|will|.ll) (?:also )?(?:like|love|enjoy|be interested).{0,20}`,
  String.raw`(?:read|what to read|watch|up) (?:next|more|also)`,
  String.raw`also (?:on|in|from) .{1,40}|recommended for you|editors?.?s? picks?|don.t miss|keep reading|trending(?: (?:now|news|topics))?`,
  String.raw`das könnte (?:sie|dich|euch) auch interessieren|mehr (?:zum thema|aus .{1,30})|ähnliche (?:artikel|beiträge)`,
  String.raw`(?:à|a) lire aussi|articles similaires|sur le même sujet|artículos relacionados|te puede interesar|lee también`,
  String.raw`leia (?:também|mais)|artigos relacionados|leggi anche|articoli correlati|читайте также|похожие (?:статьи|записи)`,
  String.raw`相关(?:文章|新闻|推荐)|推荐(?:阅读|文章)|热门(?:文章|推荐)|最新(?:文章|发布)|更多文章|猜你喜欢|大家都在看|関連記事|人気記事|おすすめ記事|最新記事|新着記事|관련 ?(?:기사|글)`,
];
/** What stands over a list of other articles of the site. */
const ofTheSite = new RegExp(`^(?:${labels.join('|')})[:：.…»›!]{0,3}$`, 'iu');
/** What stands over a list of others' pages. */
const ofOthers =
  /^(?:sponsored|promoted|partner|paid)(?: (?:links|content|stories|news|posts|by .{1,30}))?$|^(?:from )?around the web$/i;

/** Blocks at the end that are looked at. */
const most = 150;
/** Letters outside of links from which on a block is text and no teaser. */
const text = 250;

/**
 * Takes off the end what stands under a label that promises other articles and leads to them: their titles, mostly links to
 * pages of the same site, with teasers and pictures. A list of sources leads elsewhere, and stays.
 */
export function dropRelatedTail(article: HTMLElement, url: string): void {
  const site = siteOf(url);
  const sum = { ink: 0, linked: 0, links: 0, own: 0 };
  let from: Element | null = null;
  let seen = 0;
  for (
    let each = article.lastElementChild;
    each !== null && seen < most;
    each = each.previousElementSibling
  ) {
    seen += 1;
    const ink = textLengthOf(each);
    let linked = 0;
    for (const link of each.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      linked += textLengthOf(link);
      sum.links += 1;
      if (siteOf(link.getAttribute('href') ?? '') === site) sum.own += 1;
    }
    if (ink - linked >= text || each.matches(data) || each.querySelector(data) !== null) break;
    sum.ink += ink;
    sum.linked += linked;
    const label = labelOf(each);
    if (label === null || sum.links < 2 || sum.linked < sum.ink * 0.35) continue;
    if (ofOthers.test(label) || (ofTheSite.test(label) && sum.own >= sum.links * 0.6)) from = each;
  }
  if (from === null || from.previousElementSibling === null) return;
  while (from !== null) {
    const next: Element | null = from.nextElementSibling;
    leaveOut(from, 'related', 'edges/related');
    from = next;
  }
}

const data = 'pre, table, blockquote, math, [data-math], [data-footnotes], [data-callout]';

/** The words of a heading or a line, or those that a section begins with. */
function labelOf(element: Element): string | null {
  const holder = /^(?:SECTION|ASIDE|DIV)$/.test(element.tagName) ? element.firstElementChild : element;
  if (holder === null || !/^(?:H[1-6]|P)$/.test(holder.tagName)) return null;
  const label = (holder.textContent ?? '').replace(/\s+/g, ' ').trim();
  return label.length <= 60 ? label : null;
}

/** The last two parts of a host: `news.site.test` and `www.site.test` are one site. */
function siteOf(address: string): string | null {
  const host = parseUrl(address)?.hostname;
  return host === undefined ? null : host.split('.').slice(-2).join('.');
}
