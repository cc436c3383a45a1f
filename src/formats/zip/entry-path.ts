/** Longest path in an archive that we take on, in UTF-16 units. */
const maxLength = 1_000;

/**
 * The path that an archive's entry name means, or null where it is none that may be followed: absolute, with a drive,
 * with `..`, control characters, or longer than any file system has. Backslashes are separators, as old Windows
 * archivers write them.
 */
export function entryPath(name: string): string | null {
  if (name.length > maxLength || /\p{Cc}/u.test(name)) return null;
  const path = name.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return null;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? null : parts.join('/');
}
