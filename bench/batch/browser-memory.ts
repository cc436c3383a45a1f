import { readFileSync, readdirSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Memory in MB (proportional set size) of the browser that uses this profile, all its processes together. Linux only. */
export function browserMemory(profile: string): number {
  const all = processes();
  const browser = all.find(({ command }) => command.includes(profile) && !command.includes('--type='));
  if (browser === undefined) return 0;
  const tree = new Set([browser.pid]);
  for (let size = 0; size !== tree.size;) {
    size = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  const kilobytes = [...tree].map((pid) => {
    const rollup = readOrEmpty(`/proc/${String(pid)}/smaps_rollup`);
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  });
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

function processes(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({
      pid: Number(name),
      parent: Number(/^PPid:\s+(\d+)/m.exec(readOrEmpty(`/proc/${name}/status`))?.[1] ?? 0),
      command: readOrEmpty(`/proc/${name}/cmdline`),
    }));
}

/** A process may end while it is looked at. */
function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
