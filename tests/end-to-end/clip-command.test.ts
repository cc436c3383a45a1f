import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { inProject } from '../../build/paths.ts';
import { serveLocally } from '../harness/local-server.ts';

const run = promisify(execFile);
const page = inProject('tests/fixtures/articles/zola/page.html');

async function clip(...words: readonly string[]): Promise<string> {
  const tsx = inProject('node_modules/.bin/tsx');
  const { stdout } = await run(tsx, [inProject('bench/fidelity/clip.ts'), ...words]);
  return stdout;
}

test('the clip command prints a file as Markdown with front matter', { timeout: 60_000 }, async () => {
  const printed = await clip(page, '--url', 'https://example.org/ring');
  expect(printed).toContain('---\ntitle: "Ring buffers"\nurl: "https://example.org/ring"\n');
  expect(printed).toContain('```toml\nsize = 8\n\nmask = 7\n```\n');
});

test('the clip command prints a page of a local server as JSON', { timeout: 60_000 }, async () => {
  const server = await serveLocally((_, response) => response.end(readFileSync(page)));
  try {
    const article: unknown = JSON.parse(await clip(`http://localhost:${server.port}/ring`, '--json'));
    expect(article).toMatchObject({ title: 'Ring buffers', publishedAt: '2024-03-05' });
  } finally {
    await server.close();
  }
});
