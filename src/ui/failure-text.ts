import type { FailureCode } from '../core/failure.ts';
import type { MessageKey } from '../browser/translate.ts';

/** The one thing that helps, where there is one. What it does is up to the page that shows it. */
export type FailureAction = 'retry' | 'save-link' | 'show-trash';

export interface FailureText {
  readonly message: MessageKey;
  readonly action: FailureAction | null;
}

const texts: Record<FailureCode, FailureText> = {
  'page/restricted': { message: 'failurePageRestricted', action: 'save-link' },
  'page/pdf': { message: 'failurePagePdf', action: 'save-link' },
  'page/local-file': { message: 'failurePageLocalFile', action: 'save-link' },
  'page/no-article': { message: 'failurePageNoArticle', action: 'save-link' },
  'page/no-selection': { message: 'failurePageNoSelection', action: null },
  'page/too-large': { message: 'failurePageTooLarge', action: 'save-link' },
  'page/too-slow': { message: 'failurePageTooSlow', action: 'save-link' },
  'page/changed': { message: 'failurePageChanged', action: 'retry' },
  'page/unreadable': { message: 'failurePageUnreadable', action: 'save-link' },
  'page/malformed': { message: 'failurePageMalformed', action: 'save-link' },
  'fetch/unreachable': { message: 'failureFetchUnreachable', action: 'retry' },
  'fetch/busy': { message: 'failureFetchBusy', action: 'retry' },
  'fetch/timeout': { message: 'failureFetchTimeout', action: 'retry' },
  'fetch/refused': { message: 'failureFetchRefused', action: 'save-link' },
  'fetch/not-a-page': { message: 'failureFetchNotAPage', action: 'save-link' },
  'image/not-an-image': { message: 'failureImageNotAnImage', action: null },
  'image/too-large': { message: 'failureImageTooLarge', action: null },
  'image/no-access': { message: 'failureImageNoAccess', action: null },
  'image/private': { message: 'failureImagePrivate', action: null },
  'store/full': { message: 'failureStoreFull', action: 'show-trash' },
  'store/blocked': { message: 'failureStoreBlocked', action: 'retry' },
  'store/newer-version': { message: 'failureStoreNewerVersion', action: null },
  'store/unavailable': { message: 'failureStoreUnavailable', action: 'retry' },
  'store/gone': { message: 'failureStoreGone', action: 'retry' },
  'store/not-kept': { message: 'failureStoreNotKept', action: 'retry' },
  'import/unknown-format': { message: 'failureImportUnknownFormat', action: null },
  'import/unreadable': { message: 'failureImportUnreadable', action: null },
  'import/newer-version': { message: 'failureImportNewerVersion', action: null },
  'import/too-large': { message: 'failureImportTooLarge', action: null },
  'folder/no-access': { message: 'failureFolderNoAccess', action: null },
  'folder/gone': { message: 'failureFolderGone', action: null },
  'folder/unwritable': { message: 'failureFolderUnwritable', action: 'retry' },
  'folder/emptied': { message: 'failureFolderEmptied', action: null },
  'folder/restless': { message: 'failureFolderRestless', action: 'retry' },
  'folder/encrypted': { message: 'failureFolderEncrypted', action: null },
  'sync/unreachable': { message: 'failureSyncUnreachable', action: 'retry' },
  'sync/timeout': { message: 'failureSyncTimeout', action: 'retry' },
  'sync/busy': { message: 'failureSyncBusy', action: null },
  'sync/unauthorised': { message: 'failureSyncUnauthorised', action: null },
  'sync/forbidden': { message: 'failureSyncForbidden', action: null },
  'sync/no-repository': { message: 'failureSyncNoRepository', action: null },
  'sync/server-error': { message: 'failureSyncServerError', action: 'retry' },
  'sync/too-large': { message: 'failureSyncTooLarge', action: null },
  'sync/not-git': { message: 'failureSyncNotGit', action: null },
  'sync/moved': { message: 'failureSyncMoved', action: null },
  'sync/refused': { message: 'failureSyncRefused', action: null },
  'sync/contended': { message: 'failureSyncContended', action: 'retry' },
  'sync/oversized': { message: 'failureSyncOversized', action: 'retry' },
  'sync/damaged': { message: 'failureSyncDamaged', action: 'retry' },
  'sync/foreign': { message: 'failureSyncForeign', action: null },
  'sync/emptied': { message: 'failureSyncEmptied', action: null },
  'sync/newer-version': { message: 'failureSyncNewerVersion', action: null },
  'sync/locked': { message: 'failureSyncLocked', action: null },
  'sync/readable': { message: 'failureSyncReadable', action: null },
  'sync/no-key': { message: 'failureSyncNoKey', action: null },
  'sync/address': { message: 'failureSyncAddress', action: null },
  'sync/no-access': { message: 'failureSyncNoAccess', action: null },
  'sync/no-token': { message: 'failureSyncNoToken', action: null },
  'clip/not-found': { message: 'failureClipNotFound', action: null },
  'clip/no-source': { message: 'failureClipNoSource', action: null },
  'clip/would-lose': { message: 'failureClipWouldLose', action: null },
  'highlight/not-found': { message: 'failureHighlightNotFound', action: null },
  'tag/invalid': { message: 'failureTagInvalid', action: null },
  'job/not-found': { message: 'failureJobNotFound', action: null },
  'message/refused': { message: 'failureMessageRefused', action: 'retry' },
  'message/malformed': { message: 'failureMessageMalformed', action: 'retry' },
  'message/unanswered': { message: 'failureMessageUnanswered', action: 'retry' },
  bug: { message: 'failureBug', action: 'retry' },
};

/** The sentence of a failure, and what may help against it. */
export function failureText(code: FailureCode): FailureText {
  return texts[code];
}

export const actionLabels: Record<FailureAction, MessageKey> = {
  retry: 'actionRetry',
  'save-link': 'actionSaveLink',
  'show-trash': 'actionShowTrash',
};
