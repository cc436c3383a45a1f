/** Longest address that operating systems hand on, in UTF-16 units; Windows cuts at 2,048 to 32,767, by the program. */
const longest = 2_000;

export interface ObsidianNote {
  /** `obsidian://new?…` */
  readonly address: string;
  /** The note has to be in the clipboard when the address is opened: it is too long for the address. */
  readonly isInClipboard: boolean;
}

/**
 * The address that makes Obsidian write a new note: into the vault of this name, or the one that was open last where it is
 * empty. See https://help.obsidian.md/uri: `content`, or `clipboard` for what is longer than an address may be.
 */
export function obsidianNote(name: string, markdown: string, vault: string): ObsidianNote {
  const where = vault.trim() === '' ? '' : `vault=${encodeURIComponent(vault.trim())}&`;
  const start = `obsidian://new?${where}file=${encoded(name)}`;
  const whole = `${start}&content=${encoded(markdown)}`;
  return whole.length <= longest
    ? { address: whole, isInClipboard: false }
    : { address: `${start}&clipboard`, isInClipboard: true };
}

/** Half a pair of surrogates is no character: it cannot be encoded. */
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD')).replaceAll("'", '%27');
}
