import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../build/paths.ts';
import { presetRules, usualForm } from '../../src/formats/export/markdown-form.ts';
import { indexLine } from '../../src/formats/export/index-line.ts';
import { propertyLines } from '../../src/formats/export/properties.ts';
import { recordBytes } from '../../src/formats/repository/clip-record.ts';
import { indexAfter, indexLine as libraryLine } from '../../src/formats/repository/library-files.ts';
import { indexPath, markdownPath, recordPath } from '../../src/formats/repository/repository-files.ts';
import type { Json, SharedClip } from '../../src/core/sync/shared-clip.ts';
import type { Stamped } from '../../src/core/sync/stamp.ts';

/** The commands of docs/agents.md, each with what the page says that it prints, and the form of the library that it is for. */
const commands = readFileSync(inProject('docs/agents.md'), 'utf8')
  .split(/^## /m)
  .flatMap((part) =>
    [...part.matchAll(/```sh\n([^`]+)\n```\n\n```text\n([^`]+)```/g)].map(
      ([, command = '', printed = '']) => ({
        command,
        printed,
        form: part.startsWith('The Markdown copy') ? ('copy' as const) : ('library' as const),
      }),
    ),
  );

const tools = ['grep', 'rg', 'jq', 'sqlite3', 'git', 'node'] as const;
const toolsOf = (command: string) => tools.filter((tool) => new RegExp(`(?:^|[|&] )${tool} `).test(command));

const hour = (day: number) => Date.UTC(2026, 10, day, 9);

const clips = [
  {
    id: 'c3d4e5f6-0000-4000-8000-000000000000',
    title: 'Pinning threads',
    url: 'https://blog.example/pinning',
    savedAt: hour(28),
    readAt: null,
    words: 320,
    codeLanguages: ['bash'],
    tags: ['linux'],
    text: '```bash\ntaskset -c 0 ./server\n```',
  },
  {
    id: 'b2c3d4e5-0000-4000-8000-000000000000',
    title: 'Go 调度器详解',
    url: 'https://blog.example/go-scheduler',
    savedAt: hour(27),
    readAt: null,
    words: 2_100,
    codeLanguages: [],
    tags: ['go', '调度'],
    text: 'Work stealing 让空闲的 P 去偷别人的队列。',
  },
  {
    id: 'a1b2c3d4-0000-4000-8000-000000000000',
    title: 'How Go gives memory back',
    url: 'https://blog.example/go-memory',
    savedAt: hour(26),
    readAt: hour(27),
    words: 900,
    codeLanguages: ['go'],
    tags: ['go', 'linux'],
    text: 'With `MADV_FREE`, the kernel takes it when it needs it.',
    marks: [
      { quote: 'the kernel takes it when it needs it', note: 'and not before', isThere: true },
      { quote: 'MADV_FREE', note: 'deleted since', isThere: false },
    ],
  },
].map(({ marks = [], ...clip }) => ({
  ...clip,
  marks,
  marked: marks.reduce(
    (text, { quote, isThere }) => (isThere ? text.replace(quote, '==$&==') : text),
    clip.text,
  ),
  site: 'blog.example',
  author: 'Lin',
  publishedAt: '2026-11-01',
  language: 'en',
  note: '',
  starred: false,
}));

const folders = { library: '', copy: '' };

function frontMatter(clip: (typeof clips)[number], more: readonly (readonly [string, string])[]): string {
  const values = {
    title: clip.title,
    url: clip.url,
    site: clip.site,
    author: clip.author,
    published: clip.publishedAt,
    saved: new Date(clip.savedAt).toISOString(),
    updated: new Date(clip.savedAt).toISOString(),
    language: clip.language,
    description: null,
    note: null,
    read: clip.readAt === null ? null : new Date(clip.readAt).toISOString(),
    starred: null,
  };
  return propertyLines({ values, tags: clip.tags }, usualForm.keys, presetRules.clipshelf, more);
}

function writeIn(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const device = 'aaaa0001';
const stamped = <Value>(value: Value) => ({ value, at: hour(28), by: device });

/** The clip as devices share it, as far as the commands look at it. */
function sharedOf({ id, title, savedAt, tags, marks }: (typeof clips)[number]): SharedClip {
  const said = (text: string | null) => stamped({ text, byHand: false });
  const passage = (quote: string) => ({
    anchor: {
      from: { block: 0, offset: 0 },
      to: { block: 0, offset: quote.length },
      quote,
      prefix: '',
      suffix: '',
    },
    anchoredIn: null,
  });
  return {
    id,
    aliases: [],
    urlKey: title,
    savedAt,
    said: { title: said(title), author: said(null), publishedAt: said(null) },
    readAt: stamped(null),
    starred: stamped(false),
    tags: new Map(tags.map((tag) => [tag, stamped(true)])),
    note: { heads: [{ text: '', at: 0, by: device }], base: null },
    text: stamped({
      hash: '0'.repeat(64),
      isEmpty: false,
      chosenAt: null,
      said: { title, author: null, publishedAt: null },
    }),
    versions: new Map(),
    edits: new Map(),
    highlights: new Map(
      marks.map(({ quote, note, isThere }, index) => [
        `${index}${id.slice(1)}`,
        {
          living: { ...stamped(isThere), at: hour(28) + 1 },
          fields: new Map<string, Stamped<Json>>([
            ['note', stamped(note)],
            ['passage', stamped(passage(quote))],
          ]),
        },
      ]),
    ),
    images: new Map(),
  };
}

beforeAll(() => {
  folders.library = mkdtempSync(join(tmpdir(), 'clipshelf-agents-library-'));
  folders.copy = mkdtempSync(join(tmpdir(), 'clipshelf-agents-copy-'));
  const git = (...words: readonly string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@a.example', '-c', 'core.quotePath=false', ...words],
      {
        cwd: folders.library,
      },
    );
  git('init', '--quiet');
  git('config', 'core.quotePath', 'false');
  const lines = clips.map((clip) => {
    const path = `${clip.title} ${clip.id.slice(0, 8)}.md`;
    writeIn(folders.copy, path, `${frontMatter(clip, [])}# ${clip.title}\n\n${clip.marked}\n`);
    const shared = sharedOf(clip);
    writeIn(
      folders.library,
      markdownPath(clip),
      `${frontMatter(clip, [['clip', clip.id]])}# ${clip.title}\n\n${clip.text}\n`,
    );
    writeIn(
      folders.library,
      recordPath(clip),
      recordBytes({ shared, article: '0'.repeat(64), markdown: null }),
    );
    const labels = new Map(clip.tags.map((tag) => [tag, tag]));
    const line = libraryLine(shared, clip.url, labels);
    writeIn(folders.library, indexPath(clip.savedAt), indexAfter('', new Map([[clip.id, line]])));
    git('add', '.');
    git('commit', '--quiet', '-m', `Add ${clip.title}`);
    return indexLine(clip, clip.tags, path);
  });
  writeFileSync(join(folders.copy, 'index.jsonl'), lines.join(''));
});

afterAll(() => {
  for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true });
});

const isThere = (tool: string) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;

describe('docs/agents.md', () => {
  test('has commands for each of its tools, in both forms', () => {
    expect(new Set(commands.flatMap(({ command }) => toolsOf(command)))).toEqual(new Set(tools));
    expect(new Set(commands.map(({ form }) => form))).toEqual(new Set(['library', 'copy']));
  });

  test.each(commands)('$form: $command', ({ command, printed, form }) => {
    // These are on every machine that runs the tests; of the others, the report says which were not.
    const missing = toolsOf(command).filter((tool) => !isThere(tool));
    expect(missing.filter((tool) => ['grep', 'git', 'node'].includes(tool))).toEqual([]);
    if (missing.length > 0) {
      console.warn(`docs/agents.md: ${missing.join(', ')} is not installed, so a command was not run`);
      return;
    }
    const output = execFileSync('sh', ['-c', command], {
      cwd: folders[form],
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    // Files are found in the order of the file system.
    const sorted = (text: string) =>
      command.startsWith('grep -r') ? text.split('\n').toSorted().join('\n') : text;
    expect(sorted(output)).toBe(sorted(printed));
  });
});
