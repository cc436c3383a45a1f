/**
 * The address of a picture that came with a file and has none on the web: `clip-image:` and its name there. It names the
 * picture within its clip, and nothing can be fetched from it.
 */
const scheme = 'clip-image:';

const longest = 500;

/** Whatever the name holds, nothing in the address ends an attribute or a Markdown link. */
export function ownImageAddress(name: string): string {
  const plain = name.slice(-longest).replaceAll(/[\s"'<>()[\]{}|\\^`%\p{Cc}\p{Cs}]/gu, '-');
  return `${scheme}${encodeURI(plain)}`;
}

/** Whether an address names a picture that came with an import and has no address on the web. */
export function isOwnImageAddress(address: string): boolean {
  return address.startsWith(scheme);
}
