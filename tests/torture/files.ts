import { Begun } from './begun.ts';
import { type FileFinding, entriesPerFile } from './files-in-page.ts';

/** The files that the worker was given, and what must have become of them. */
export class FileLedger extends Begun {
  /** What is wrong with what was found of the file of this round, one line each. */
  compare({ state, added, merged, clips }: FileFinding): string[] {
    const isRight = added === entriesPerFile && merged === 0 && clips === entriesPerFile;
    return this.reconcile(state, clips, isRight, `${added} added, ${merged} merged, ${clips} clips`);
  }
}
