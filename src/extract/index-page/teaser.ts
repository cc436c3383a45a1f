import { afterLeadingDate } from '../metadata/date-text.ts';

/** "Posted on", "发表于", a weekday: before a date. */
const beforeDate =
  /^(?:(?:posted|published|updated|written|created|date|on|发[表布]|發[表佈布]|更新|撰写|撰寫|写|寫|创建|建立|日期|时间|時間)(?:时间|時間|日期)?(?: on| at|于|於)?\s?[:：]?\s?)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s)?/i;
const separators = /^[\s:：·•|,，、/—–-]+/;

/** What a card says about its post: its words without the title and the date with which many lists begin them. */
export function teaserOf(words: string, title: string): string {
  let rest = words;
  // A title, a date and another date, each once or twice.
  for (let turn = 0; turn < 4; turn += 1) {
    const before = rest;
    if (rest.startsWith(title)) rest = rest.slice(title.length);
    rest = withoutDate(rest.replace(separators, ''));
    if (rest === before) break;
  }
  return rest;
}

function withoutDate(text: string): string {
  const dated = text.replace(beforeDate, '');
  const rest = afterLeadingDate(dated);
  // The words before a date go with it alone: "On writing" and "写给" begin sentences.
  return rest === dated ? text : rest.replace(separators, '');
}
