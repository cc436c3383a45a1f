/** The part of a changelog under a version's heading, without the heading; null where there is none or nothing in it. */
export function releaseNotes(changelog: string, version: string): string | null {
  const lines = changelog.split('\n');
  const start = lines.findIndex((line) => line.startsWith('## ') && line.split(/[\s[\]]+/)[1] === version);
  if (start < 0) return null;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  const notes = rest
    .slice(0, end < 0 ? rest.length : end)
    .join('\n')
    .trim();
  return notes === '' ? null : notes;
}
