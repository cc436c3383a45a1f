import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../build/paths.ts';
import { sourceFiles } from './source-files.ts';

interface ExportedFunction {
  /** `src/core/time.ts#dayOf` */
  readonly id: string;
  /** The doc comment right before it, empty where there is none. */
  readonly comment: string;
  readonly body: string;
}

const files = sourceFiles();

/** The names that some other layer imports, as `path#name`. */
function importedAcrossLayers(): ReadonlySet<string> {
  const imported = /import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'(\.[^']+)'/g;
  const names = files.flatMap(({ path, layer, code }) =>
    [...code.matchAll(imported)].flatMap(([, list = '', specifier = '']) => {
      const target = new URL(specifier, `file:///${path}`).pathname.slice(1);
      if (target.split('/')[1] === layer) return [];
      return list.split(',').map((each) => `${target}#${each.replace('type ', '').trim().split(' as ')[0]}`);
    }),
  );
  return new Set(names);
}

/** The functions that a file exports. Formatted code ends each with a brace at the start of a line. */
function exportedFunctions(path: string): readonly ExportedFunction[] {
  const text = readFileSync(inProject(path), 'utf8');
  return [...text.matchAll(/^export (?:async )?function\*? (\w+)/gm)].map((match) => {
    const rest = text.slice(match.index);
    const before = text.slice(0, match.index).trimEnd();
    const comment = before.endsWith('*/') ? before.slice(before.lastIndexOf('/**')) : '';
    return { id: `${path}#${match[1] ?? ''}`, comment, body: rest.slice(0, rest.search(/\n\}/)) };
  });
}

const crossing = importedAcrossLayers();
const functions = files.flatMap(({ path }) => exportedFunctions(path)).filter(({ id }) => crossing.has(id));

test('there are functions that other layers call', () => {
  expect(functions.length).toBeGreaterThan(200);
});

test('each function that another layer calls has a doc comment', () => {
  expect(functions.filter(({ comment }) => comment === '').map(({ id }) => id)).toEqual([]);
});

test('a doc comment names the codes of the failures that its function throws', () => {
  const silent = functions.flatMap(({ id, comment, body }) =>
    [...body.matchAll(/new Failure\('([a-z-]+)\/([a-z-]+)'/g)]
      .map(([, group = '', name = '']) => ({ code: `${group}/${name}`, any: `${group}/*` }))
      .filter(({ code, any }) => !comment.includes(code) && !comment.includes(any))
      .map(({ code }) => `${id} throws ${code}`),
  );
  expect(silent).toEqual([]);
});
