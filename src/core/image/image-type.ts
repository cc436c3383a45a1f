/** How the files of each kind begin; `null` stands for any byte. */
const beginnings: readonly (readonly [type: string, bytes: readonly (number | null)[]])[] = [
  // Its last four bytes tell whether line ends were converted on the way.
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [...text('RIFF'), null, null, null, null, ...text('WEBP')]],
  ['image/avif', [null, null, null, null, ...text('ftypavi')]],
  ['image/bmp', [0x42, 0x4d]],
  ['image/x-icon', [0x00, 0x00, 0x01, 0x00]],
];

/** How far into a file an SVG's own element may begin: after an XML declaration, a licence, a document type. */
const svgWithin = 4_096;

/**
 * Media type of a picture by its bytes (WHATWG MIME Sniffing, section 6.1), since a server may say what it likes; null
 * where it is no picture that browsers show.
 */
export function imageType(bytes: Uint8Array): string | null {
  const known = beginnings.find(([, beginning]) =>
    beginning.every((byte, index) => byte === null || bytes[index] === byte),
  );
  if (known !== undefined) return known[0];
  return isSvg(String.fromCodePoint(...bytes.subarray(0, svgWithin))) ? 'image/svg+xml' : null;
}

function isSvg(start: string): boolean {
  const beginning = start.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  const rest = beginning.replaceAll(
    /<\?[^<>]*\?>|<!--[\s\S]*?-->|<!doctype svg[^[<>]*(?:\[[^\]]*\])?\s*>/gi,
    '',
  );
  return /^<svg[\s>]/i.test(rest.trimStart());
}

function text(characters: string): number[] {
  return Array.from(characters, (character) => character.codePointAt(0) ?? 0);
}
