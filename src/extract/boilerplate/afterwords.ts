import type { LeftOutReason } from '../../core/clip/left-out.ts';
import { dateLine } from './date-line.ts';

/** What stands after an article, by its words. */
export function reasonAfter(element: Element): LeftOutReason {
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  if (copyright.test(text) || notices.test(text) || element.tagName === 'BLOCKQUOTE') return 'details';
  if (/^(?:comments?|discussion|leave a|评论|留言)/i.test(text)) return 'comments';
  return /^[OU]L$/.test(element.tagName) || others.test(text) ? 'related' : 'navigation';
}

const afterwords =
  /关注.{0,12}公众号|(长按|扫描?|识别).{0,8}(二维码|关注)|^(文档信息$|评论$|留言$|上一篇|下一篇|阅读原文|分享到|赞赏|打赏|相关(文章|阅读|推荐)|推荐阅读|版权声明[:：]|本文(作者|链接)[:：]|文章(作者|链接)[:：]|最后(更新|编辑)于?|欢迎.{0,6}(点赞|转发|收藏))|^(feedback$|comments?$|recommendations?$|discussion$|comments powered by|share (this|on)|tweet|edit this page|edit on github|previous|next|prev|related (posts|articles)|leave a (comment|reply)|thanks for reading!? subscribe|was this (page |article )?helpful|subscribe( to| now|$)|last (updated|modified))\b/i;
/** Labels of what is no longer there: tags, a discussion that opens elsewhere. */
const emptyLabels =
  /^(?:tags?|categor(?:y|ies)|标签|分类)[:：]?$|^(?:discussion|comments?|评论|留言) ?[(（][^)）]{1,40}[)）]$|^(?:webmentions|reactions|responses)$|^no (?:comments|webmentions|replies|reactions|responses)(?: yet)?\b|^(?:暂无|还没有|目前没有)(?:人)?(?:评论|留言|赞赏|回复)/i;
const others =
  /^(?:recommend(?:ed|ations?)?(?: (?:posts|articles|reading))?|(?:related|similar|latest|recent|popular|more)(?: (?:posts|articles|issues|stories|reading))?|(?:read|more to read)(?: next| more)?|you (?:may|might) (?:also )?like.*|相关(?:文章|阅读|推荐)|推荐(?:阅读|文章)?|猜你喜欢|更多文章|热门文章|最新文章)[:：]?$/i;
/** What platforms say under a post: whose it is, and whom to ask. */
const notices =
  /^(?:原创声明|版权声明|转载声明)[:：]|^本文(?:系|由|参与|经)[^]{0,60}(?:转载|授权|自媒体|分享计划)|^如有侵权/i;
/** What links do that stand under an article: they send it on, edit it, give money, say how it may be used, write to its author. */
const actions =
  /^mailto:|[./](?:twitter|x)\.com\/(?:intent|share|home\?status)|facebook\.com\/(?:sharer|share|dialog)|linkedin\.com\/(?:share|sharing|cws)|reddit\.com\/submit|news\.ycombinator\.com\/(?:submit|item)|t\.me\/share|wa\.me\/|whatsapp\.com\/send|weibo\.com\/share|pinterest\.[a-z.]{2,12}\/pin\/create|\/share\?(?:text|url)=|(?:github|gitlab|gitee|codeberg)\.(?:com|org)\/[^?#]{1,200}\/(?:edit|_edit|issues\/new|discussions\/new)(?:[/?]|$)|buymeacoffee\.com|ko-fi\.com|patreon\.com|liberapay\.com|creativecommons\.org\/licenses|\/(?:rss|feed|atom)(?:\.xml)?\/?$/i;
const copyright = /^(copyright\b|©|\(c\) ?\d{4}|all rights reserved)/i;
/** `cache.txt · Last modified: 2026/03/04 by ann`. */
const lastChange = /^\S{1,40} · (?:last modified|zuletzt geändert|dernière modification|最后更改)\b.*\d{4}/i;
/** Whether an element at the end of an article is none of it, by its words or by what its links do. */
export function isAfterword(element: Element): boolean {
  if (element.tagName === 'HR') return true;
  if (!/^(P|[OU]L|H[2-6]|BLOCKQUOTE)$/.test(element.tagName)) return false;
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  if (/^[OU]L$/.test(element.tagName))
    return (
      isListOfOthers(element) || isOfActions(element, text) || (text.length < 120 && afterwords.test(text))
    );
  if (element.tagName === 'P' && text.length < 240 && copyright.test(text)) return true;
  if (isDatedLink(element, text) || isOnlyTime(element, text) || (text.length < 100 && lastChange.test(text)))
    return true;
  if (text.length < 240 && (isOfActions(element, text) || notices.test(text))) return true;
  if (isBoxOfRights(element, text)) return true;
  if (text.length >= 120) return false;
  return afterwords.test(text) || emptyLabels.test(text) || (text.length < 40 && others.test(text));
}

/** A line whose every link does something with the page, and that says little beside them. */
export function isOfActions(element: Element, text: string): boolean {
  const links = [...element.querySelectorAll('a[href]')];
  if (links.length === 0 || element.querySelector('img, code') !== null) return false;
  if (!links.every((link) => isAction(link.getAttribute('href') ?? ''))) return false;
  return text.length < 80 + 40 * links.length;
}

/** Characters of an address that are looked at. */
const longestHref = 500;

/** A letter whose subject is given is an answer to the page; an address alone is the author's to give. */
function isAction(href: string): boolean {
  return (
    actions.test(href.slice(0, longestHref)) && (!href.startsWith('mailto:') || href.includes('subject='))
  );
}

const rights = /(?:本文|文章|作者|链接|版权|许可|转载|copyright|licen[cs]e|author|link)[^：:]{0,12}[：:]/giu;

/** Whose the text is, where it stands and how it may be used, line by line in one quotation. */
function isBoxOfRights(element: Element, text: string): boolean {
  return element.tagName === 'BLOCKQUOTE' && text.length < 400 && (text.match(rights)?.length ?? 0) >= 2;
}

/** The date under a post, which is the link to it. */
function isDatedLink(element: Element, text: string): boolean {
  if (element.tagName !== 'P' || text.length > 40 || !dateLine.test(text)) return false;
  const link = element.querySelector('a[href]');
  return link !== null && (link.textContent ?? '').trim().length === text.length;
}

/** A time that the page marks as one, and no word beside it. */
export function isOnlyTime(element: Element, text: string): boolean {
  if (element.tagName !== 'P' || text.length > 40) return false;
  const times = [...element.querySelectorAll('time')].map((time) => time.textContent ?? '').join('');
  return times !== '' && times.replace(/\s+/g, '') === text.replace(/\s+/g, '');
}

/** Under a label that promises other articles, nothing but links. */
function isListOfOthers(list: Element): boolean {
  const label = (list.previousElementSibling?.textContent ?? '').trim();
  if (label.length > 40 || !others.test(label)) return false;
  return [...list.children].every((item) => {
    const link = item.querySelector('a[href]');
    return link !== null && (link.textContent ?? '').trim() === (item.textContent ?? '').trim();
  });
}
