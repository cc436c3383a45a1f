import { expect, test } from 'vitest';
import { releaseNotes } from '../../build/release-notes.ts';

const changelog = `# Changelog

## Unreleased

- later

## [1.2.0] - 2026-12-01

### Added

- notes

## 1.1.0 - 2026-11-01

## 1.0.0

- first
`;

test('the notes of a version end at the next one', () => {
  expect(releaseNotes(changelog, '1.2.0')).toBe('### Added\n\n- notes');
  expect(releaseNotes(changelog, '1.0.0')).toBe('- first');
});

test('a version without an entry, or with nothing in it, has none', () => {
  expect(releaseNotes(changelog, '1.1.0')).toBeNull();
  expect(releaseNotes(changelog, '1.2')).toBeNull();
  expect(releaseNotes(changelog, '9.9.9')).toBeNull();
});
