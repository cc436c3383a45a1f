import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { browsers, type Manifest, manifestFor } from '../../build/manifest.ts';
import { inProject } from '../../build/paths.ts';

const languages = ['en', 'zh_CN'] as const;
const manifest = JSON.parse(readFileSync(inProject('manifest.json'), 'utf8')) as Manifest;

/** The text below a heading of the second level. */
function section(language: string, heading: string): string {
  const text = readFileSync(inProject('store', `listing.${language}.md`), 'utf8');
  const [, rest = ''] = text.split(`\n## ${heading}\n`);
  return (rest.split('\n## ')[0] ?? '').trim();
}

function namesIn(table: string): readonly string[] {
  return table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => (line.split('|')[1] ?? '').trim());
}

/** Every permission that either browser's package may ask for, now or later. */
function permissions(): readonly string[] {
  const names = browsers.flatMap((browser) => {
    const { permissions: needed, optional_permissions: optional } = manifestFor(browser, manifest, '1.0.0');
    return [needed, optional].flatMap((list) => (Array.isArray(list) ? list.map(String) : []));
  });
  return [...new Set(names), ...('optional_host_permissions' in manifest ? ['host access'] : [])];
}

// Chrome Web Store: a summary of at most 132 characters. Mozilla: a name of at most 50, a summary of at most 250.
const limits = { Name: 45, Summary: 132, Description: 16_000, 'Single purpose': 1000 } as const;

test.each(
  languages.flatMap((language) => Object.entries(limits).map((limit) => [language, ...limit] as const)),
)('the texts in %s: "%s" has at most %i characters', (language, heading, most) => {
  const { length } = section(language, heading);
  expect(length).toBeGreaterThan(0);
  expect(length).toBeLessThanOrEqual(most);
});

test.each(languages)('the texts in %s give a reason for each permission, and for no other', (language) => {
  expect(namesIn(section(language, 'Permissions')).toSorted()).toEqual([...permissions()].toSorted());
});

test.each(languages)('the privacy policy in %s is there', (language) => {
  expect(readFileSync(inProject('store', `privacy.${language}.md`), 'utf8').length).toBeGreaterThan(500);
});
