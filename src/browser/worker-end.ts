import { browser } from './browser.ts';

/** So that a worker that dies as it starts is not started without a rest. */
const rest = 500;

/** Calls each time the worker is gone, which the browser tells the page by ending its connection. Returns what ends it. */
export function onWorkerEnd(run: () => void): () => void {
  let isOver = false;
  let end = () => undefined as void;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const connect = () => {
    const port = browser.runtime.connect({ name: 'while-it-lives' });
    end = () => port.disconnect();
    port.onDisconnect.addListener(() => {
      timer = setTimeout(() => {
        if (isOver) return;
        run();
        connect();
      }, rest);
    });
  };
  connect();
  return () => {
    isOver = true;
    clearTimeout(timer);
    end();
  };
}
