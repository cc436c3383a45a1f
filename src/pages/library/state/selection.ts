import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import type { Clip, ClipId } from '../../../core/clip/clip.ts';

/** Which clips of the list are ticked, and on which row the keyboard stands. */
export interface Selection {
  readonly ids: ReadonlySignal<ReadonlySet<ClipId>>;
  readonly active: ReadonlySignal<number>;
  /** The ticked ones, or where none is, the active one: what a key acts on. */
  readonly target: ReadonlySignal<readonly ClipId[]>;
  readonly activate: (index: number) => void;
  readonly toggle: (index: number) => void;
  /** From the row ticked last to this one. */
  readonly extendTo: (index: number) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

export function createSelection(clips: ReadonlySignal<readonly Clip[]>): Selection {
  const ticked = signal<ReadonlySet<ClipId>>(new Set());
  const place = signal(-1);
  let anchor = -1;
  const ids = computed(() => {
    if (ticked.value.size === 0) return ticked.value;
    return new Set(clips.value.flatMap(({ id }) => (ticked.value.has(id) ? [id] : [])));
  });
  // A clip that left the list is no longer ticked, so that nothing unseen is edited; nor is it where another list has it.
  effect(() => {
    if (ids.value.size < ticked.peek().size) ticked.value = ids.value;
  });
  const active = computed(() => Math.min(place.value, clips.value.length - 1));
  const idAt = (index: number) => clips.peek()[index]?.id;
  return {
    ids,
    active,
    target: computed(() => {
      if (ids.value.size > 0) return [...ids.value];
      const id = clips.value[active.value]?.id;
      return id === undefined ? [] : [id];
    }),
    activate(index) {
      place.value = Math.max(-1, Math.min(index, clips.peek().length - 1));
    },
    toggle(index) {
      const id = idAt(index);
      if (id === undefined) return;
      const next = new Set(ids.peek());
      if (!next.delete(id)) next.add(id);
      ticked.value = next;
      anchor = index;
      place.value = index;
    },
    extendTo(index) {
      const from = anchor < 0 ? index : anchor;
      const range = clips.peek().slice(Math.min(from, index), Math.max(from, index) + 1);
      ticked.value = new Set([...ids.peek(), ...range.map((clip) => clip.id)]);
      place.value = index;
    },
    all() {
      ticked.value = new Set(clips.peek().map((clip) => clip.id));
    },
    clear() {
      ticked.value = new Set();
      anchor = -1;
    },
  };
}
