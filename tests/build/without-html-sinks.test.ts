import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../build/paths.ts';
import { replacements } from '../../build/without-html-sinks.ts';

const modules = [...new Set(replacements.map(({ module }) => module))];

test.each(modules)('no assignment to innerHTML and no parsing as it loads remains in %s', (module) => {
  const code = readFileSync(inProject('node_modules', module), 'utf8');
  const sink = /\.innerHTML\s*=(?!=)|= canParseHTMLNatively\(\)/;
  expect(code).toMatch(sink);
  const rewritten = replacements
    .filter((each) => each.module === module)
    .reduce((text, { find, replace }) => text.replace(find, () => replace), code);
  expect(rewritten).not.toMatch(sink);
});
