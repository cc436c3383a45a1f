/** These end what they follow: a line does not begin with one. */
const endings = new Set('的了着过地得们吗呢吧啊呀嘛么之上下里中内外前后时者性化式型等');
/** These begin what follows: a line does not end with one. */
const beginnings = new Set('与和及或在从到把被让给对向由为以按');
const han = /^\p{Script=Han}+$/u;

/**
 * The pieces of a Chinese title between which a line may break: words, by the browser's dictionary (`Intl.Segmenter`), with the
 * small ones beside them. Joined, they are the title; one piece where it is in another language.
 */
export function titlePhrases(title: string, language: string | null): readonly string[] {
  if (!/^(?:zh\b|$)/iu.test(language ?? '') || !/\p{Script=Han}{2}/u.test(title)) return [title];
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(title)) return [title];
  const phrases: string[] = [];
  let before = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)) {
    if (phrases.length === 0 || breaksBetween(before, segment)) phrases.push(segment);
    else phrases[phrases.length - 1] += segment;
    before = segment;
  }
  return phrases;
}

/** Only between words: at spaces and punctuation lines break by rules of their own. */
function breaksBetween(before: string, after: string): boolean {
  const isHan = [han.test(before), han.test(after)] as const;
  if (!isHan[0] && !isHan[1]) return false;
  if (!isHan.every(Boolean)) return /^[\p{L}\p{N}_]+$/u.test(before) && /^[\p{L}\p{N}_]+$/u.test(after);
  if (endings.has(after) || beginnings.has(before)) return false;
  if (endings.has(before) || beginnings.has(after)) return true;
  // The dictionary takes rare words apart into characters: those stay together.
  return before.length > 1 && after.length > 1;
}
