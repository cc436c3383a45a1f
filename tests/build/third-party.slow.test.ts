import { build } from 'vite';
import { expect, test } from 'vitest';
import { bundlesFor } from '../../build/bundles.ts';
import { packageFolder, thirdPartyNotices } from '../../build/third-party.ts';
import { browsers } from '../../build/manifest.ts';

/** The packages that the source maps of the real bundles name. */
async function packagesInSourceMaps(
  browser: (typeof browsers)[number],
  packages: Set<string>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const bundle of bundlesFor({ browser, watch: false, packages })) {
    const result = await build({ ...bundle, build: { ...bundle.build, write: false, sourcemap: 'hidden' } });
    for (const { output } of 'output' in result ? [result] : Array.isArray(result) ? result : []) {
      for (const chunk of output) {
        const sources = chunk.type === 'chunk' ? (chunk.map?.sources ?? []) : [];
        for (const source of sources) {
          const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source) ?? [];
          if (name !== undefined) found.add(name);
        }
      }
    }
  }
  return found;
}

test.each(browsers)('the notices of the %s package name every package that is bundled', async (browser) => {
  const packages = new Set<string>();
  const mapped = await packagesInSourceMaps(browser, packages);
  const notices = thirdPartyNotices(packages);
  expect(mapped.size).toBeGreaterThan(15);
  const silent = [...mapped].filter((name) => !notices.includes(`\n\n${name} `));
  expect(silent).toEqual([]);
  // What our own files were made from.
  expect(notices).toContain('OpenCC');
});

test('a module belongs to the innermost package', () => {
  expect(packageFolder('/a/node_modules/@x/y/node_modules/z/lib/z.js')).toBe(
    '/a/node_modules/@x/y/node_modules/z',
  );
  expect(packageFolder('/a/node_modules/@x/y/index.js')).toBe('/a/node_modules/@x/y');
  expect(packageFolder('/a/src/extract/sanitize.ts')).toBeNull();
});
