import { oneLine } from './text-of.ts';

/** A thing that the page's JSON-LD describes: https://schema.org, https://www.w3.org/TR/json-ld11/ */
export interface SchemaNode {
  readonly types: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

const articleTypes =
  /^(?:\w*Article|BlogPosting|\w*Posting|Report|HowTo|Question|QAPage|APIReference|LearningResource|Course|\w*Review|Book)$/;

/** All nodes of the page's JSON-LD, nested ones after the node that holds them. Broken scripts are passed over. */
export function readSchemaNodes(document: Document): readonly SchemaNode[] {
  const nodes: SchemaNode[] = [];
  const collect = (value: unknown, depth: number): void => {
    if (depth > 6 || nodes.length > 500) return;
    if (Array.isArray(value)) for (const item of value) collect(item, depth + 1);
    else if (isRecord(value)) {
      const types = [value['@type']].flat().filter((type) => typeof type === 'string');
      if (types.length > 0)
        nodes.push({ types: types.map((type) => type.replace(/^.*[/:]/, '')), data: value });
      for (const inner of Object.values(value)) if (typeof inner === 'object') collect(inner, depth + 1);
    }
  };
  for (const script of document.querySelectorAll('script[type*="ld+json" i]')) {
    collect(parseLoosely(script.textContent ?? ''), 0);
  }
  return nodes;
}

/** The node that describes the page's own article, not one that it lists; null where none or many could be it. */
export function findArticleNode(nodes: readonly SchemaNode[], url: string): SchemaNode | null {
  const articles = nodes.filter(({ types }) => types.some((type) => articleTypes.test(type)));
  const here = address(url);
  const own = articles.find(({ data }) =>
    [data['url'], data['@id'], data['mainEntityOfPage'], nested(data['mainEntityOfPage'])].some(
      (value) => typeof value === 'string' && address(value) === here,
    ),
  );
  if (own !== undefined) return own;
  const stating = articles.filter(
    ({ data }) => 'headline' in data || 'datePublished' in data || 'author' in data,
  );
  return stating.length === 1 ? (stating[0] ?? null) : null;
}

export function hasType(node: SchemaNode, pattern: RegExp): boolean {
  return node.types.some((type) => pattern.test(type));
}

/** The first text of a value: a string, or the name of a node, or the first of a list. */
export function schemaText(value: unknown): string | null {
  return schemaTexts(value)[0] ?? null;
}

export function schemaTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    const text = oneLine(unescapeEntities(value));
    return text === '' ? [] : [text];
  }
  if (Array.isArray(value)) return value.flatMap((item) => schemaTexts(item));
  if (isRecord(value)) return schemaTexts(value['name'] ?? value['@value'] ?? value['alternateName']);
  return [];
}

function nested(value: unknown): unknown {
  return isRecord(value) ? (value['@id'] ?? value['url']) : undefined;
}

function address(url: string): string {
  let path = url;
  try {
    path = decodeURI(url);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  return path
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].*$/s, '')
    .replace(/(?:\/index\.html?|\/)$/, '');
}

/** JSON as pages write it: in a comment or CDATA, with raw line breaks in strings, with a trailing comma. */
function parseLoosely(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>|;)\s*$/, '');
  for (const attempt of [bare, bare.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
};

/** Templates escape strings for HTML before they put them into JSON. */
export function unescapeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? all;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
