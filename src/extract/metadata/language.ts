/**
 * BCP 47 language of the text. Templates state the wrong one often (`<html lang="en">` over Chinese text), so the
 * script of the text decides, and the stated language is kept where it agrees.
 */
export function readLanguage(document: Document): string | null {
  const stated = statedLanguage(document);
  const script = languageOfScript(sample(document));
  if (script === null) return stated;
  const primary = stated?.split('-', 1)[0]?.toLowerCase();
  if (script === 'latin') return primary !== undefined && !/^(?:zh|ja|ko)$/.test(primary) ? stated : 'en';
  return primary === script ? stated : script;
}

function statedLanguage(document: Document): string | null {
  const stated =
    document.documentElement.getAttribute('lang') ??
    document.documentElement.getAttribute('xml:lang') ??
    document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content') ??
    document.querySelector('meta[property="og:locale" i]')?.getAttribute('content') ??
    '';
  return normalizeLanguage(stated);
}

/** `zh_cn` → `zh-CN`, `EN` → `en`; null for what is no language tag. */
function normalizeLanguage(stated: string): string | null {
  const tag = stated.trim().split(',', 1)[0]?.replaceAll('_', '-') ?? '';
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Prose of the page without code: up to some 4,000 characters. */
function sample(document: Document): string {
  let text = '';
  for (const element of document.querySelectorAll('p, li, h1, h2, h3, td, blockquote')) {
    if (element.closest('nav, aside, footer, pre, code, form') !== null) continue;
    text += element.textContent ?? '';
    if (text.length > 4000) break;
  }
  return text === '' ? (document.body?.textContent ?? '').slice(0, 4000) : text;
}

function languageOfScript(text: string): 'zh' | 'ja' | 'ko' | 'latin' | null {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const latin = count(/[a-z\u00C0-\u024F]+/gi);
  const other = count(
    /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]/gu,
  );
  // A character of these scripts carries about half a word; technical Chinese is full of Latin names.
  if (han + kana + hangul > 0.4 * latin && han + kana + hangul > other) {
    if (kana > 0.1 * (han + kana)) return 'ja';
    return hangul > han ? 'ko' : 'zh';
  }
  return latin > 0 && other < latin ? 'latin' : null;
}
