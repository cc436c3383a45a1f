import { browser } from './browser.ts';

/** So that a worker that dies as it starts is not started without a rest. */
const rest = 500;

/** Calls each time the worker is gone, which the browser tells the page by ending its connection. Returns what ends it. */
export function onWorkerEnd(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const connect = () => {
    const port = browser.runtime.connect({ name: 'while-it-lives' });
    port.onDisconnect.addListener(() => {
      timer = setTimeout(() => {
        run();
        connection = connect();
      }, rest);
    });
    return port;
  };
  let connection = connect();
  return () => {
    clearTimeout(timer);
    // Ended from this side, it tells this side nothing.
    connection.disconnect();
  };
}
