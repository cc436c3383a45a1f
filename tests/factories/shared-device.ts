import type { ClipId } from '../../src/core/clip/clip.ts';
import { type MergedClip, libraryAfter, mergeLibraries } from '../../src/core/sync/merge-libraries.ts';
import { plainClip } from '../../src/core/sync/plain-clip.ts';
import type { SharedLibrary } from '../../src/core/sync/shared-clip.ts';
import { type PlainClip, stampClip } from '../../src/core/sync/stamp-clip.ts';

/** The place where devices meet: what the last one left there. */
export interface Meeting {
  library: SharedLibrary;
}

/** A device as far as the merge knows one: clips without stamps, the last shared state, and a clock of its own. */
export class SharedDevice {
  readonly clips = new Map<ClipId, PlainClip>();
  base: SharedLibrary = new Map();

  constructor(
    readonly name: string,
    /** What its clock says, beside the true time, in ms. */
    private readonly clockError: number,
  ) {}

  /** The shared form of what is here now; `now` is the true time. */
  shared(now: number): SharedLibrary {
    const context = { device: this.name, changedAt: () => now + this.clockError };
    return new Map(
      [...this.clips].map(([id, plain]) => [id, stampClip(plain, this.base.get(id) ?? null, context)]),
    );
  }

  sync(meeting: Meeting, now: number): readonly MergedClip[] {
    const merged = mergeLibraries(this.base, this.shared(now), meeting.library);
    meeting.library = libraryAfter(merged);
    this.take(meeting.library);
    return merged;
  }

  take(library: SharedLibrary): void {
    this.base = library;
    this.clips.clear();
    for (const [id, shared] of library) this.clips.set(id, plainClip(shared));
  }
}
