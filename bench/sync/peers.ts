import { deflateSync } from 'node:zlib';
import type { MadeLibrary } from '../../tests/harness/large-library/make-library.ts';
import { bytes } from './measured.ts';

/**
 * What the peers' ways send for one new clip in a library of this size, made of the same clips: no program of theirs is run. They
 * were read: floccus' Git target writes all bookmarks into one file and sends that file anew, compressed; SimpRead sends all that
 * it has as one JSON text; SingleFile uploads the clip's own page through the host's interface, in base64, and syncs nothing.
 */
export function printPeers({ clips, bodies }: MadeLibrary): void {
  const list = clips.map(
    ({ url, title, tags }) => `<DT><A HREF="${url}" TAGS="${tags.join(',')}">${title}</A>`,
  );
  const everything = JSON.stringify(clips.map((clip, index) => ({ ...clip, html: bodies[index]?.html })));
  const html = bodies.reduce((sum, body) => sum + Buffer.byteLength(body.html), 0) / bodies.length;
  const rows: readonly (readonly [string, number, string])[] = [
    [
      'floccus’ Git target: addresses, titles, tags; no text',
      deflateSync(list.join('\n')).byteLength,
      'both ways',
    ],
    ['one file with everything (SimpRead)', Buffer.byteLength(everything), 'the last one who writes wins'],
    ['one page in base64 (SingleFile to GitHub)', (html * 4) / 3, 'up only, no deletion, no merge'],
  ];
  for (const [what, count, says] of rows)
    console.log(`| ${what} | – | – | ${bytes(count)} a clip | – | – | – | ${says} |`);
}
