import { type FetchedPage, readFetched } from '../extract/fetched/read-fetched.ts';

/**
 * Runs in sandbox.html, a page without an origin or the extension's API, which has a process of its own in Chrome: a
 * page that hangs here holds up nobody, and ends with the frame. Only the frame's owner can send it anything.
 */
function listen(): void {
  addEventListener('message', (event: MessageEvent<FetchedPage>) => {
    const [port] = event.ports;
    if (port !== undefined) void readFetched(event.data).then((answer) => port.postMessage(answer));
  });
}

export default listen();
