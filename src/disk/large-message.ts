import { openStagedFile, removeStagedFile, writeCopy } from './staged-files.ts';

/** Characters of a message; in UTF-8 at most three times as many bytes, which is under the 4 MB that we send at once. */
const longestMessage = 1_000_000;

/** A message to another of our contexts: itself, or where it is long the name of a file that it is in. Throws `store/full`. */
export async function packMessage(message: object): Promise<object> {
  const text = JSON.stringify(message);
  if (text.length <= longestMessage) return message;
  const file = `message.${crypto.randomUUID()}`;
  await writeCopy(file, new Blob([text]));
  return { file };
}

/** What was packed; its file is removed. Throws `import/unreadable` where that is not there any more. */
export async function unpackMessage(message: unknown): Promise<unknown> {
  if (typeof message !== 'object' || message === null || !('file' in message)) return message;
  const { file } = message;
  if (typeof file !== 'string') return message;
  try {
    return JSON.parse(await (await openStagedFile(file)).text()) as unknown;
  } finally {
    await removeStagedFile(file);
  }
}
