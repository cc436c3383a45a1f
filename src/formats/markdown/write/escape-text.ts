/** Plain text so that Markdown reads it as that text, with as few backslashes as that allows. */
export function escapeText(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(/[*`[\]]/g, '\\$&')
    .replace(/(^|[^\p{L}\p{N}_])(_+)|(_+)(?![\p{L}\p{N}_])/gu, underscores)
    .replace(/~~/g, '\\~~')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\$(?=[^\s$][^$]*\$)|\$\$/g, (dollars) => dollars.replaceAll('$', '\\$'))
    .replace(/^(\s*)(#{1,6}(?=\s|$)|[-+>](?=\s|$)|=+\s*$|-{3,}\s*$)/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

function underscores(match: string, before: string | undefined, opening: string | undefined): string {
  return opening === undefined
    ? match.replaceAll('_', '\\_')
    : `${before ?? ''}${opening.replaceAll('_', '\\_')}`;
}
