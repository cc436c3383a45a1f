/** What people paste of a text, by kind; each stands in the text as it is, with no letter or digit beside it. */
const kinds = {
  han: /(?<!\p{Script=Han})\p{Script=Han}{2,12}(?!\p{Script=Han})/gu,
  identifier:
    /(?<![\p{L}\p{N}_.$/-])[A-Za-z_]\w*(?:(?:\.|::|->)[A-Za-z_]\w*)+(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_.$/-])[a-z]+(?:[A-Z][a-z\d]+)+(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_.$/-])[A-Za-z]+(?:_[A-Za-z\d]+)+(?![\p{L}\p{N}_])/gu,
  flag: /(?<=\s)--?[A-Za-z][\w-]{1,30}(?=[\s=]|$)/gu,
  path: /(?<![\p{L}\p{N}_.:/~-])(?:\/[\w.-]*\w){2,8}(?![\p{L}\p{N}_/-])/gu,
  version: /(?<![\p{L}\p{N}_.-])v?\d{1,4}(?:\.\d{1,4}){1,3}(?![\p{L}\p{N}_.-])/gu,
  code: /(?<![\p{L}\p{N}_.-])(?:E[A-Z]{4,12}|[A-Z]{2,6}-?\d{3,6}|CVE-\d{4}-\d{4,6}|0x[\da-fA-F]{4,16})(?![\p{L}\p{N}_-])/gu,
  address: /(?<![\p{L}\p{N}_])https?:\/\/[\w.-]{3,60}(?:\/[\w./-]{0,80}\w)?(?![\w/])/gu,
} as const;

export type NameKind = keyof typeof kinds;

export interface NameInText {
  readonly kind: NameKind;
  readonly name: string;
}

/** The names of each kind that stand in the texts, each once, at most `most` of a kind, drawn by `random` (0 to 1). */
export function namesIn(texts: readonly string[], most: number, random: () => number): readonly NameInText[] {
  return (Object.keys(kinds) as NameKind[]).flatMap((kind) => {
    const names = new Set(texts.flatMap((text) => text.match(kinds[kind]) ?? []));
    const drawn = [...names].map((name) => ({ name, place: random() })).sort((a, b) => a.place - b.place);
    return drawn.slice(0, most).map(({ name }) => ({ kind, name }));
  });
}
