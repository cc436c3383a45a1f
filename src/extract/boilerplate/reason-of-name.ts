import type { LeftOutReason } from '../../core/clip/left-out.ts';

const reasons: readonly (readonly [RegExp, LeftOutReason])[] = [
  [/comment|disqus|giscus|utterances|gitalk|valine|twikoo|waline|artalk|livere/i, 'comments'],
  [/relat|recommend|recent|hot-posts|read-more|prev|next|pag(?:er|inat)/i, 'related'],
  [/author|bio-card|profile-card/i, 'author'],
  [
    /(?:^|[\s_-])ads?(?:$|[\s_-])|advert|sponsor|promo|newsletter|subscri|donat|reward|appreciate|cookie/i,
    'advertisement',
  ],
  [/meta|byline|date|time|tags?|info|copyright|licen[cs]e|word-count|views?/i, 'details'],
];

/** What an element that its name gives away as furniture is. */
export function reasonOfName(element: Element): LeftOutReason {
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`;
  return reasons.find(([words]) => words.test(name))?.[1] ?? 'navigation';
}
