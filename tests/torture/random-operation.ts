import type { Operation } from './operation.ts';
import type { Random } from './random.ts';

/** So many that an edit of all of them is a job, and one of some of them is not. */
const pagesPerLane = 60;
/** Those that most operations are about, so that they meet. */
const busyPages = 12;

let version = 0;

/** What a window does next. */
export function randomOperation(random: Random, lane: number): Operation {
  // Each lane has pages and tags of its own: the ledger then knows in which order they were written.
  const first = lane * pagesPerLane;
  const page = first + random.integer(0, (random.chance(0.7) ? busyPages : pagesPerLane) - 1);
  const known = ['go', '网络', 'k8s', 'linux/mm', 'c#'].map((tag) => `${tag}${lane}`);
  const some = () => known.filter(() => random.chance(0.5));
  const kinds = [
    'save',
    'save',
    'save',
    'tag',
    'tag',
    'mark',
    'mark',
    'unmark',
    'trash',
    'restore',
    'delete',
    'edit',
    'rename',
  ] as const;
  const kind = random.pick(kinds);
  if (kind === 'save') return { kind, page, version: (version += 1), tags: some() };
  const all = Array.from({ length: pagesPerLane }, (_, index) => first + index);
  switch (kind) {
    case 'tag':
      return { kind, page, tags: some() };
    case 'mark':
      return { kind, page, mark: `mark-${page}-${random.integer(0, 3)}`, tags: [random.pick(known)] };
    case 'unmark':
      return { kind, page, mark: `mark-${page}-${random.integer(0, 3)}` };
    case 'edit': {
      const add = some();
      // All of them are so many that the worker makes a job of it.
      const pages = random.chance(0.3) ? all : all.filter(() => random.chance(0.4));
      return { kind, page, pages, add, remove: some().filter((tag) => !add.includes(tag)) };
    }
    case 'rename': {
      const [from, to] = [random.pick(known), random.pick(known)];
      return { kind, page, pages: all, from, to };
    }
    case 'trash':
    case 'restore':
    case 'delete':
      return { kind, page };
  }
}
