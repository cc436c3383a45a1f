import { Failure } from '../core/failure.ts';
import { browser } from './browser.ts';
import { inTab } from './in-tab.ts';
import { type StyleOrigin, hideStyle, showStyle } from './page-style.ts';

/** First words of a part of a page, and how many it has. */
export interface ListedPart {
  readonly text: string;
  readonly words: number;
}

/** The page of a tab, of which a part may be chosen. Each call throws `Failure` with a `page/…` code. */
export interface PartTab {
  /** The parts that may be the article, the largest first. */
  readonly list: (tabId: number) => Promise<readonly ListedPart[]>;
  /** Chooses the part of that number for the extractor and shows it on the page; null chooses none. */
  readonly choose: (tabId: number, place: number | null) => Promise<void>;
  /** Lets the user point at a part of the page; `hint` says there how. It ends with `onPartPicked`. */
  readonly pick: (tabId: number, hint: string) => Promise<void>;
}

/** The document of the page is not changed: the styles are the browser's own. */
const partStyle =
  '::highlight(clipshelf-part){background-color:rgb(70 140 255/.3);text-decoration:underline 2px rgb(70 140 255/.9)}';

const longest = { parts: 20, text: 200 } as const;

export const partTab: PartTab = {
  async list(tabId) {
    const listed = await inPage(tabId, 'list', null);
    if (!Array.isArray(listed)) return [];
    // It comes out of a hostile page.
    return listed.filter(isListed).slice(0, longest.parts);
  },
  async choose(tabId, place) {
    if (place !== null) await styleTab(tabId, partStyle, 'AUTHOR');
    if ((await inPage(tabId, 'choose', place)) !== true)
      throw new Failure('page/changed', 'the part is gone');
  },
  async pick(tabId, hint) {
    await styleTab(tabId, partStyle, 'AUTHOR');
    // The popup has the keys until it closes: nothing ends before the hint is there, and the page listens once it is.
    await inPage(tabId, 'pick', null);
    await styleTab(tabId, hintStyle(hint), 'USER');
  },
};

/** Calls when the user has picked a part of a tab's page, which then is the chosen one, or has left it. */
export function onPartPicked(tell: (tabId: number, isTaken: boolean) => void, hint: string): void {
  browser.runtime.onConnect.addListener((port) => {
    const { sender, name } = port;
    if (!/^part-(?:taken|left)$/.test(name) || sender?.id !== browser.runtime.id) return;
    const id = sender.tab?.id;
    if (id !== undefined && sender.frameId === 0) {
      void hideStyle(id, hintStyle(hint), 'USER');
      tell(id, name === 'part-taken');
    }
    port.disconnect();
  });
}

function isListed(value: unknown): value is ListedPart {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    value.text.length <= longest.text &&
    'words' in value &&
    Number.isSafeInteger(value.words)
  );
}

/** What the page says how to pick: written by its style, so that no element is added to it. */
function hintStyle(hint: string): string {
  const text = hint.replaceAll(/["\\\n]/g, ' ');
  return `html::after{all:initial!important;content:"${text}"!important;position:fixed!important;z-index:2147483647!important;inset:auto 0 16px!important;margin:0 auto!important;width:fit-content!important;max-width:90vw!important;padding:8px 14px!important;border-radius:8px!important;background:#1f2937!important;color:#fff!important;font:14px/1.4 system-ui,sans-serif!important;box-shadow:0 2px 12px rgb(0 0 0/.4)!important;pointer-events:none!important}*{cursor:crosshair!important}`;
}

async function styleTab(tabId: number, css: string, origin: StyleOrigin): Promise<void> {
  await inTab(tabId, () => showStyle(tabId, css, origin));
}

async function inPage(
  tabId: number,
  what: 'list' | 'choose' | 'pick',
  place: number | null,
): Promise<unknown> {
  const target = { tabId };
  return await inTab(tabId, async () => {
    await browser.scripting.executeScript({ target, files: ['/part.js'] });
    const [frame] = await browser.scripting.executeScript({ target, func: callChooser, args: [what, place] });
    return frame?.result;
  });
}

/** Runs in the page's isolated world, by what /part.js left there. */
function callChooser(what: string, place: number | null): unknown {
  const chooser: unknown = Reflect.get(globalThis, 'clipshelfParts');
  if (typeof chooser !== 'object' || chooser === null) return null;
  const method: unknown = Reflect.get(chooser, what);
  return typeof method === 'function' ? (Reflect.apply(method, chooser, [place]) ?? null) : null;
}
