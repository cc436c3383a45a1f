import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../build/paths.ts';
import { presetRules, usualForm } from '../../src/formats/export/markdown-form.ts';
import { indexLine } from '../../src/formats/export/index-line.ts';
import { propertyLines } from '../../src/formats/export/properties.ts';

/** The commands of docs/agents.md, each with what the page says that it prints. */
const commands = [
  ...readFileSync(inProject('docs/agents.md'), 'utf8').matchAll(
    /```sh\n([^`]+)\n```\n\n```text\n([^`]+)```/g,
  ),
].map(([, command = '', printed = '']) => ({ command, printed, tool: command.split(' ', 1)[0] ?? '' }));

const hour = (day: number) => Date.UTC(2026, 10, day, 9);

const clips = [
  {
    id: 'c3d4e5f6-0000',
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
    id: 'b2c3d4e5-0000',
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
    id: 'a1b2c3d4-0000',
    title: 'How Go gives memory back',
    url: 'https://blog.example/go-memory',
    savedAt: hour(26),
    readAt: hour(27),
    words: 900,
    codeLanguages: ['go'],
    tags: ['go', 'linux'],
    text: 'With `MADV_FREE`, ==the kernel takes it when it needs it==.',
  },
].map((clip) => ({
  ...clip,
  site: 'blog.example',
  author: 'Lin',
  publishedAt: '2026-11-01',
  language: 'en',
  note: '',
  starred: false,
}));

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clipshelf-agents-'));
  const lines = clips.map((clip) => {
    const path = `${clip.title} ${clip.id.slice(0, 8)}.md`;
    const values = {
      title: clip.title,
      url: clip.url,
      site: clip.site,
      author: clip.author,
      published: clip.publishedAt,
      saved: new Date(clip.savedAt).toISOString(),
      updated: new Date(clip.savedAt).toISOString(),
      language: clip.language,
      description: 'About it',
      note: 'To read',
      read: clip.readAt === null ? null : new Date(clip.readAt).toISOString(),
      starred: null,
    };
    const properties = propertyLines({ values, tags: clip.tags }, usualForm.keys, presetRules.clipshelf);
    writeFileSync(join(folder, path), `${properties}# ${clip.title}\n\n${clip.text}\n`);
    return indexLine(clip, clip.tags, path);
  });
  writeFileSync(join(folder, 'index.jsonl'), lines.join(''));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isThere = (tool: string) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;

describe('docs/agents.md', () => {
  test('has commands for each of its tools', () => {
    expect([...new Set(commands.map(({ tool }) => tool))]).toEqual(['grep', 'rg', 'jq', 'sqlite3', 'node']);
  });

  test.each(commands)('$command', ({ command, printed, tool }) => {
    // These two are on every machine that runs the tests; of the others, the report says which were not.
    const isRequired = tool === 'grep' || tool === 'node';
    if (!isThere(tool) && !isRequired) {
      console.warn(`docs/agents.md: ${tool} is not installed, so its command was not run`);
      return;
    }
    const output = execFileSync('sh', ['-c', command], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    expect(output).toBe(printed);
  });
});
