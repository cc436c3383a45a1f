import { type RequestListener, type ServerOptions, createServer } from 'node:http';

export interface LocalServer {
  readonly port: number;
  /** Cuts what is still under way. */
  close(): Promise<void>;
}

/** A server on this machine alone; on any free port by default. Rejects where the port is taken. */
export async function serveLocally(
  listener: RequestListener,
  { port = 0, ...options }: ServerOptions & { readonly port?: number } = {},
): Promise<LocalServer> {
  const server = createServer(options, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    port: address.port,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
