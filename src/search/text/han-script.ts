import { readColumn } from './han-table-format.ts';
import { hanForms, hanStanding } from './han-table.ts';

/** Han characters of one unit: the block of common ones, and extension A before it. */
const first = 0x3400;
const last = 0x9fff;

/** Most code and half of the texts hold none: seen sooner by the engine than by a loop. */
const mayHold = /[\u3400-\u9fff]/;

let standing: Uint16Array | null = null;

function readTable(): Uint16Array {
  const table = new Uint16Array(last - first + 1);
  const forms = readColumn(hanStanding);
  readColumn(hanForms).forEach((code, i) => {
    if (code >= first && code <= last) table[code - first] = forms[i] ?? 0;
  });
  return table;
}

/**
 * Traditional and regional forms as the simplified one that stands for them (負載均衡 and 负载均衡 become one), each unit
 * at its place. `text` is otherwise folded.
 */
export function foldHan(text: string): string {
  if (!mayHold.test(text)) return text;
  let table = standing;
  let folded = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < first || code > last) continue;
    table ??= readTable();
    const form = table[code - first] ?? 0;
    if (form === 0) continue;
    folded += text.slice(from, at) + String.fromCharCode(form);
    from = at + 1;
  }
  standing = table;
  return from === 0 ? text : folded + text.slice(from);
}
