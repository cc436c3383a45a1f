import { Failure } from '../core/failure.ts';

/** Milliseconds that one page may take; the extractor's own limit comes first where it is still asked. */
const deadline = 75_000;
const loadDeadline = 20_000;

/** Chrome knows pages without an origin of their own, Firefox does not. An offscreen document cannot ask the manifest. */
export function hasSandbox(): boolean {
  return location.protocol === 'chrome-extension:';
}

/**
 * Asks the sandboxed page, one request after the other: they share its process, so that one that hangs would be
 * the others' delay. A page that does not answer in time is ended with its frame, which is the end of its process.
 * @throws Failure `page/too-slow`
 */
export function createSandbox(): (request: object) => Promise<unknown> {
  let frame: Promise<HTMLIFrameElement> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function ask(request: object): Promise<unknown> {
    frame ??= openFrame();
    const opened = await frame;
    try {
      return await answered(opened, request);
    } catch (error) {
      frame = null;
      opened.remove();
      throw error;
    }
  }

  return (request) => {
    const answer = last.then(() => ask(request));
    last = answer.catch(() => undefined);
    return answer;
  };
}

async function openFrame(): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  await inTime(
    loadDeadline,
    new Promise<void>((resolve) => {
      frame.addEventListener('load', () => resolve());
      frame.src = '/sandbox.html';
      document.body.append(frame);
    }),
  );
  return frame;
}

function answered(frame: HTMLIFrameElement, request: object): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<unknown>((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => resolve(data), { once: true });
    port1.start();
    // It has no origin to name.
    frame.contentWindow?.postMessage(request, '*', [port2]);
  });
  return inTime(deadline, answer).finally(() => port1.close());
}

async function inTime<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Failure('page/too-slow')), milliseconds);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
