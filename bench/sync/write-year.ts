import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { GitServer } from '../../tests/harness/git-server.ts';

const start = 1_700_000_000;

/** So many more commits, by git itself: each changes the index of some day, three folders deep, as a sync does. */
export async function writeYear(server: GitServer, name: string, commits: number): Promise<void> {
  const files = server
    .git(name, 'ls-tree', '-r', '--name-only', 'main')
    .split('\n')
    .filter((path) => path.endsWith('.jsonl'));
  const texts = new Map(files.slice(0, 100).map((path) => [path, server.git(name, 'show', `main:${path}`)]));
  const paths = [...texts.keys()];
  const child = spawn('git', ['fast-import', '--quiet'], {
    cwd: server.folder(name),
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const write = async (text: string) => {
    if (!child.stdin.write(text)) await once(child.stdin, 'drain');
  };
  for (let index = 0; index < commits; index += 1) {
    const path = paths[index % paths.length] ?? '';
    const text = `${texts.get(path) ?? ''}${'\n'.repeat(1 + (Math.floor(index / paths.length) % 5))}`;
    const from = index === 0 ? 'from refs/heads/main^0\n' : '';
    await write(
      `commit refs/heads/main\ncommitter Year <year@example.org> ${String(start + index)} +0000\n` +
        `data 4\nYear\n${from}M 100644 inline ${path}\ndata ${String(Buffer.byteLength(text))}\n${text}\n`,
    );
  }
  child.stdin.end();
  await once(child, 'close');
  server.git(name, 'repack', '-adq');
}
