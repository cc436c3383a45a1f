/** A request as a promise; rejects with the request's own error. */
export function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => {
      resolve(request.result);
    });
    request.addEventListener('error', () => {
      reject(request.error ?? new Error('request failed'));
    });
  });
}

export function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => {
      resolve();
    });
    transaction.addEventListener('abort', () => {
      reject(transaction.error ?? new DOMException('transaction aborted', 'AbortError'));
    });
  });
}

/**
 * Writes these side by side, and waits until the last one is done; rejects with the error of the first that failed. One that
 * cannot be begun rejects too, and leaves no other promise behind that nobody waits for.
 */
export async function writeEach<Item>(
  items: readonly Item[],
  write: (item: Item) => IDBRequest,
): Promise<void> {
  let last: IDBRequest | null = null;
  let failure: unknown = null;
  for (const item of items) {
    const request = write(item);
    request.addEventListener('error', () => (failure ??= request.error));
    last = request;
  }
  if (last === null) return;
  await result(last).catch((error: unknown) => {
    throw failure ?? error;
  });
}
