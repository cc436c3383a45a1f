/**
 * Everything that is expected to go wrong, as a closed set of codes. Codes cross every border (worker to page,
 * file to library), because browsers strip error classes from messages; sentences are made where they are shown.
 */
export const failureCodes = [
  /** A page no extension may read: browser pages, stores, built-in viewers. */
  'page/restricted',
  /** The built-in PDF viewer, which has no document to read. */
  'page/pdf',
  /** A file:// page without "Allow access to file URLs". */
  'page/local-file',
  /** The page has no text that could be an article. */
  'page/no-article',
  /** More than the extractor takes on (see `limits` in article/). */
  'page/too-large',
  /** Nothing is selected on the page. */
  'page/no-selection',
  /** Reading it took longer than a page may take. */
  'page/too-slow',
  /** The tab went away, or went to another page, while it was being read. */
  'page/changed',
  /** The extractor itself failed on this page. */
  'page/unreadable',
  /** What came from the page is not an article: wrong shape. */
  'page/malformed',
  /** The server could not be reached. */
  'fetch/unreachable',
  /** The server asked to come back later (429, 503). */
  'fetch/busy',
  'fetch/timeout',
  /** The server has no such page (4xx). */
  'fetch/refused',
  /** What came back is not a page: wrong content type. */
  'fetch/not-a-page',
  /** A picture whose bytes are no picture that browsers show. */
  'image/not-an-image',
  /** A picture beyond the limit that the user set. */
  'image/too-large',
  /** A picture that its server does not share, from a site that the user has not allowed. */
  'image/no-access',
  /** A picture in the private network that the page itself had not loaded. */
  'image/private',
  'store/full',
  /** Another page of ours holds an older version of the database open. */
  'store/blocked',
  /** The database was written by a newer Clipshelf. */
  'store/newer-version',
  /** The database does not open. */
  'store/unavailable',
  /** The browser deleted the database under an open page, or closed it by force. */
  'store/gone',
  /** What was written could not be read back. */
  'store/not-kept',
  /** The browser does not let us write into the chosen folder any more. */
  'folder/no-access',
  /** The chosen folder is not where it was. */
  'folder/gone',
  /** A file of the chosen folder could not be written: no room, or locked by another program. */
  'folder/unwritable',
  /** The folder had the library, and is empty now or has no file that says so. Nothing is taken for deleted. */
  'folder/emptied',
  /** Files of the folder kept changing while it was looked at. */
  'folder/restless',
  /** The folder has the files of an encrypted repository. */
  'folder/encrypted',
  /** The Git host could not be reached, or the connection broke. */
  'sync/unreachable',
  /** The Git host fell silent. */
  'sync/timeout',
  /** The host asked to come back later (429, 503). */
  'sync/busy',
  /** The host did not take the token (401). */
  'sync/unauthorised',
  /** The token may not do that (403). */
  'sync/forbidden',
  /** No repository at this address, or none that the token may see (404). */
  'sync/no-repository',
  /** The host failed (5xx), or answered with another error. */
  'sync/server-error',
  /** More than the host takes in one piece (413). */
  'sync/too-large',
  /** What answered is no Git host: a login page, say. */
  'sync/not-git',
  /** The repository is at another address now. */
  'sync/moved',
  /** The host does not let this branch be pushed to. */
  'sync/refused',
  /** Other devices were faster five times. */
  'sync/contended',
  /** What came is incomplete or was changed on the way. */
  'sync/damaged',
  /** A file of the repository, or all that it sends at once, is more than is unpacked. */
  'sync/oversized',
  /** The repository has files, and none of them says that it is a library. */
  'sync/foreign',
  /** The repository that had the library is empty. */
  'sync/emptied',
  /** The repository was written by a newer Clipshelf. */
  'sync/newer-version',
  /** The repository is encrypted, and its key is not here. */
  'sync/locked',
  /** The user wants an encrypted repository, and this one can be read. */
  'sync/readable',
  /** The key of an encrypted repository is gone from this browser. */
  'sync/no-key',
  /** An address that is no https address. */
  'sync/address',
  /** The browser does not let us speak to the host any more. */
  'sync/no-access',
  /** The kept token cannot be read any more. */
  'sync/no-token',
  'clip/not-found',
  /** The page itself was not kept with the clip: a link, a passage, an import. */
  'clip/no-source',
  /** What the kept page gives now is much less than the clip has. */
  'clip/would-lose',
  'highlight/not-found',
  'tag/invalid',
  'job/not-found',
  /** A file that is none of the formats we read. */
  'import/unknown-format',
  /** A damaged archive, or a file whose whole is not what its format says. */
  'import/unreadable',
  /** Beyond the limits for files from outside: entries, bytes, or an archive that unpacks to far more than it is. */
  'import/too-large',
  /** A backup or export written by a newer Clipshelf. */
  'import/newer-version',
  /** A sender that may not give this command. */
  'message/refused',
  /** A command whose input is not what the command takes. */
  'message/malformed',
  /** The background worker could not be reached. */
  'message/unanswered',
  /** Not expected: a defect of ours. */
  'bug',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** An expected failure. `detail` is for reports and logs, never shown as the message itself. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: FailureCode,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(detail === '' ? code : `${code}: ${detail}`, options);
  }
}

/** The code to show for what was thrown; what no one expected is reported as well. */
export function failureCode(error: unknown, reportBug: (error: unknown) => void): FailureCode {
  if (error instanceof Failure) return error.code;
  reportBug(error);
  return 'bug';
}

/** Whether a value that crossed a border is one of our codes. */
export function isFailureCode(value: unknown): value is FailureCode {
  return (failureCodes as readonly unknown[]).includes(value);
}
