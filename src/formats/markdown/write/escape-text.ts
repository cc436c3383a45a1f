/** Plain text so that Markdown reads it as that text, with as few backslashes as that allows. */
export function escapeText(text: string): string {
  return (
    text
      // Also before space, which may not stay there.
      .replace(/\\(?=[!-/:-@[-`{-~\s]|$)/g, '\\\\')
      .replace(/[*`[\]]/g, '\\$&')
      .replace(/_+/g, underscores)
      .replace(/~~/g, '\\~~')
      .replace(/==(?=[^\s=])|%(?=%)/g, '\\$&')
      .replace(/(^|\s)\^(?=[A-Za-z\d-]{1,60}\s*$)/, '$1\\^')
      .replace(/<(?=[a-z/!?]|$)/gi, '\\<')
      .replace(/&(?=#?\w+;)/g, '\\&')
      .replace(/\$(?=[^\s$][^$]*\$)|\$\$/g, (dollars) => dollars.replaceAll('$', '\\$'))
      .replace(/^(\s*)(#{1,6}(?=\s|$)|[-+>](?=\s|$)|=+\s*$|-{3,}\s*$)/, '$1\\$2')
      .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
  );
}

/** Underscores within a word emphasise nothing (CommonMark 6.2). */
function underscores(run: string, at: number, text: string): string {
  const isInWord =
    /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    inWord.test(text.slice(at + run.length, at + run.length + 2));
  return isInWord ? run : run.replaceAll('_', '\\_');
}

const inWord = /^[\p{L}\p{N}]/u;
