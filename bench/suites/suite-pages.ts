import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import MarkdownIt from 'markdown-it';

/** What a suite says that a page's article is: its HTML, its text, or pieces of text that must (not) be in it. */
export type SuiteTruth =
  | { readonly html: string }
  | { readonly text: string }
  | { readonly with: readonly string[]; readonly without: readonly string[] };

export interface SuitePage {
  readonly id: string;
  readonly address: string;
  readonly html: string;
  readonly truth: SuiteTruth;
}

/** The suites that we know, each read from a checkout of its public repository. */
export const suites: Readonly<Record<string, (checkout: string) => readonly SuitePage[]>> = {
  readability: (checkout) => folderPages(join(checkout, 'test/test-pages')),
  omnivore: (checkout) => folderPages(join(checkout, 'packages/readabilityjs/test/test-pages')),
  defuddle: defuddlePages,
  scrapinghub: scrapinghubPages,
  trafilatura: trafilaturaPages,
};

/** `<name>/{source.html, expected.html}`, with `url.txt` where the address is known. */
function folderPages(folder: string): readonly SuitePage[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'expected.html')))
    .map((id) => {
      const url = join(folder, id, 'url.txt');
      return {
        id,
        address: existsSync(url) ? readFileSync(url, 'utf8').trim() : 'http://fakehost/test/page.html',
        html: decode(readFileSync(join(folder, id, 'source.html'))),
        truth: { html: readFileSync(join(folder, id, 'expected.html'), 'utf8') },
      };
    });
}

/** `tests/fixtures/<name>.html` with its address in a comment, `tests/expected/<name>.md` after a block of JSON. */
function defuddlePages(checkout: string): readonly SuitePage[] {
  const markdown = new MarkdownIt({ html: true });
  const names = readdirSync(join(checkout, 'tests/fixtures')).filter((name) => name.endsWith('.html'));
  return names
    .map((name) => ({ name, expected: join(checkout, 'tests/expected', name.replace(/html$/, 'md')) }))
    .filter(({ expected }) => existsSync(expected))
    .map(({ name, expected }) => {
      const html = decode(readFileSync(join(checkout, 'tests/fixtures', name)));
      const stated = /<!--\s*\{"url":\s*"([^"]+)"/.exec(html)?.[1];
      const source = readFileSync(expected, 'utf8').replace(/^```json\n[^]*?\n```\n/, '');
      const address = stated ?? `https://${name.replace(/\.html$/, '').replace(/^[a-z]+--/, '')}`;
      return { id: name, address: addressOf(address), html, truth: { html: markdown.render(source) } };
    });
}

/** `ground-truth.json` and `html/<key>.html.gz`. */
function scrapinghubPages(checkout: string): readonly SuitePage[] {
  const truth = JSON.parse(readFileSync(join(checkout, 'ground-truth.json'), 'utf8')) as Record<
    string,
    { readonly articleBody?: string; readonly url: string }
  >;
  return Object.entries(truth).map(([id, { articleBody, url }]) => ({
    id,
    address: addressOf(url),
    html: decode(gunzipSync(readFileSync(join(checkout, 'html', `${id}.html.gz`)))),
    truth: { text: articleBody ?? '' },
  }));
}

/** `tests/evaldata.json`: pieces of text by address, and the page's file in `tests/cache` or `tests/eval`. */
function trafilaturaPages(checkout: string): readonly SuitePage[] {
  const tests = join(checkout, 'tests');
  const truth = JSON.parse(readFileSync(join(tests, 'evaldata.json'), 'utf8')) as Record<
    string,
    { readonly file: string; readonly with: readonly string[]; readonly without: readonly string[] }
  >;
  return Object.entries(truth).flatMap(([id, { file, with: inside, without }]) => {
    const path = ['cache', 'eval']
      .map((folder) => join(tests, folder, file))
      .find((each) => existsSync(each));
    if (path === undefined) return [];
    const html = decode(readFileSync(path));
    return [{ id, address: addressOf(id), html, truth: { with: inside, without } }];
  });
}

/** Some suites name a page by what is no address. */
function addressOf(name: string): string {
  return /^https?:\/\/[^/]/.test(name) && URL.canParse(name) ? name : 'https://example.org/page';
}

/** In the encoding that the page states. */
function decode(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2000));
  const stated = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder(/^utf-?8$/i.test(stated) ? 'windows-1252' : stated).decode(bytes);
  }
}
