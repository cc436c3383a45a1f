import type { LanguageFn } from 'highlight.js';
import { createLowlight } from 'lowlight';
import { canonicalLanguage } from '../../../search/query/label-names.ts';
import { lineElement } from './code.ts';
import { element } from './enhancement.ts';
import { grammarName, loadGrammar } from './grammars.ts';
import { appendAll, setChildren } from '../../../extract/many-nodes.ts';

const lowlight = createLowlight();

/** Beyond this many UTF-16 units a block stays plain: colouring it would hold up the page. */
const mostCode = 60_000;

/**
 * Colours the code blocks of the article as they come near the window, and tells `dressed` of each. The text of a block stays
 * the same, to the byte.
 */
export function highlightOnSight(
  article: ParentNode,
  dressed: (elements: readonly Element[]) => void = () => undefined,
): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        const code = target.querySelector('code');
        // A grammar that does not load leaves the block plain, which is what it is without colours.
        if (code === null) continue;
        highlight(code).then(
          () => dressed([target]),
          () => undefined,
        );
      }
    },
    { rootMargin: '600px' },
  );
  for (const pre of article.querySelectorAll('pre')) observer.observe(pre);
  return () => observer.disconnect();
}

export async function highlight(code: Element): Promise<void> {
  const language = /(?:^|\s)language-(\S+)/.exec(code.className)?.[1];
  const name = language === undefined ? null : grammarName(canonicalLanguage(language));
  if (name === null || code.textContent.length > mostCode) return;
  await register(name);
  const text = code.textContent;
  const pieces = piecesOf(lowlight.highlight(name, text).children, '');
  const marked = new Set(
    [...code.querySelectorAll('.line')].flatMap((line, index) => (line.matches('.code-line') ? [index] : [])),
  );
  setChildren(code, linesOf(pieces, marked));
}

async function register(name: string): Promise<void> {
  if (lowlight.registered(name)) return;
  const grammar: LanguageFn | null = await loadGrammar(name);
  if (grammar !== null) lowlight.register(name, grammar);
}

interface Piece {
  readonly text: string;
  readonly className: string;
}

type Nodes = ReturnType<typeof lowlight.highlight>['children'];

function piecesOf(nodes: Nodes, className: string): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    if (node.type === 'text') return [{ text: node.value, className }];
    if (node.type !== 'element') return [];
    const own = node.properties['className'];
    return piecesOf(node.children, Array.isArray(own) ? own.join(' ') : className);
  });
}

/** The pieces as elements, line by line, as `markLines` has made them. */
function linesOf(pieces: readonly Piece[], marked: ReadonlySet<number>): (Node | string)[] {
  const lines: (Node | string)[][] = [[]];
  for (const { text, className } of pieces) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push(className === '' ? part : element('span', className, part));
    }
  }
  return lines.flatMap((line, index) => {
    const whole = lineElement(marked.has(index));
    appendAll(whole, line);
    return index === lines.length - 1 ? [whole] : [whole, '\n'];
  });
}
