import { cleanName } from './author-name.ts';
import { linesOf, shortTextOf, textOf } from './text-of.ts';

/**
 * Whoever is shown in a row beside the title: by a portrait whose alternative text is a name, and the same name in a line of
 * its own.
 */
export function portraitAuthor(rows: readonly Element[]): string | null {
  for (const row of rows) {
    const images = [...row.querySelectorAll('img[alt]')];
    if (images.length !== 1 || shortTextOf(row, 200) === null) continue;
    const alt = (images[0]?.getAttribute('alt') ?? '').trim();
    const line = linesOf(row).find((each) => each.length >= 2 && each.length <= 40 && isNameIn(each, alt));
    const name = line === undefined ? null : cleanName(line);
    if (name !== null) return name;
  }
  return null;
}

/** Whether an alternative text is a name, or says that it shows who has it. */
function isNameIn(name: string, alt: string): boolean {
  const rest = alt.replace(name, '').trim();
  return (
    alt.includes(name) &&
    /^(?:['’]s)?\s?(?:avatar|photo|picture|portrait|profile(?: (?:photo|picture|image))?|headshot|的头像|头像)?$|^(?:avatar|photo|picture|portrait) of$/i.test(
      rest,
    )
  );
}

/** The short rows right above the title. */
export function aboveTitle(heading: Element | null): readonly Element[] {
  return [heading?.previousElementSibling, heading?.parentElement?.previousElementSibling]
    .flatMap((row) => row ?? [])
    .filter((row) => !row.matches('nav, header') && shortTextOf(row, 120) !== null);
}

/** Whoever's account a link above the title leads to, with a portrait that is called like it: `@ann (Ann Lee)`. */
export function ownerOfPortrait(heading: Element | null): string | null {
  for (const row of aboveTitle(heading)) {
    for (const link of row.querySelectorAll('a[href]:has(> img[alt])')) {
      const account = (link.getAttribute('href') ?? '').split('/').at(-1) ?? '';
      const said = textOf(link);
      if (account.length < 2 || !said.includes(account)) continue;
      if (link.querySelector('img')?.getAttribute('alt') !== account) continue;
      return cleanName(/[(（]([^()（）]{2,40})[)）]/.exec(said)?.[1] ?? account);
    }
  }
  return null;
}
