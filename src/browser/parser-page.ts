import { browser } from './browser.ts';

const path = 'pages/parser/index.html';
const closesAfter = 15_000;

/** Chrome's offscreen API, which the polyfill's types do not have. Missing until the optional permission is granted. */
interface Offscreen {
  hasDocument(): Promise<boolean>;
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

/** What is used of Firefox's background page, which is a document; Chrome's worker has none. */
declare const document: {
  readonly body: { append(element: PageFrame): void };
  createElement(name: 'iframe'): PageFrame;
  querySelector(name: 'iframe[src]'): PageFrame | null;
};

interface PageFrame {
  src: string;
  addEventListener(type: 'load', listener: () => void): void;
  remove(): void;
}

export interface ParserPage {
  /** Runs `work` while the page is open. */
  with<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Closes the page in a while, unless it is in use then: also one that an earlier worker left open. */
  closeWhenUnused(): void;
}

/**
 * The place with a DOM that the background has for documents from elsewhere: an offscreen document in Chrome, a frame of
 * the background page in Firefox. It is closed some seconds after its last use, and with it goes the memory that the
 * documents took.
 */
export function createParserPage(): ParserPage {
  let users = 0;
  let opening: Promise<() => Promise<void>> | null = null;
  let closed: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function closeWhenUnused(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (users > 0) return;
      const opened = opening ?? leftOpen();
      opening = null;
      closed = opened.then((close) => close()).catch(ignoreGone);
    }, closesAfter);
  }

  return {
    closeWhenUnused,
    async with(work) {
      users += 1;
      clearTimeout(timer);
      try {
        opening ??= closed.then(open);
        await opening;
        return await work();
      } catch (error) {
        // It may be the page that failed, or was closed: the next user opens it anew, or finds it open.
        opening = null;
        throw error;
      } finally {
        users -= 1;
        closeWhenUnused();
      }
    },
  };
}

async function open(): Promise<() => Promise<void>> {
  const offscreen = offscreenApi();
  if (offscreen === null) return await openFrame();
  if (!(await offscreen.hasDocument())) {
    await offscreen.createDocument({
      url: path,
      reasons: ['DOM_PARSER'],
      justification: 'To read pages that the user chose without opening them in tabs.',
    });
  }
  return () => offscreen.closeDocument();
}

async function leftOpen(): Promise<() => Promise<void>> {
  const offscreen = offscreenApi();
  if (offscreen === null || !(await offscreen.hasDocument())) return () => Promise.resolve();
  return () => offscreen.closeDocument();
}

/** Closed by the browser first. */
function ignoreGone(): void {}

async function openFrame(): Promise<() => Promise<void>> {
  // Those of guarded-frame.ts have no address.
  const kept = document.querySelector('iframe[src]');
  if (kept !== null) return closeFrame(kept);
  const frame = document.createElement('iframe');
  await new Promise<void>((resolve) => {
    frame.addEventListener('load', resolve);
    frame.src = browser.runtime.getURL(path);
    document.body.append(frame);
  });
  return closeFrame(frame);
}

function closeFrame(frame: PageFrame): () => Promise<void> {
  return () => {
    frame.remove();
    return Promise.resolve();
  };
}

function offscreenApi(): Offscreen | null {
  const api: unknown = Reflect.get(browser, 'offscreen');
  return api === undefined ? null : (api as Offscreen);
}
