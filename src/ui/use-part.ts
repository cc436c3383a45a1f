import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** A component that is loaded when it is first wanted, so that the page's first paint does not wait for it; null until then. */
export function usePart<Part>(
  wanted: boolean,
  load: () => Promise<Part>,
  reportBug: (error: unknown) => void,
): ReadonlySignal<Part | null> {
  const part = useSignal<Part | null>(null);
  useEffect(() => {
    if (!wanted || part.peek() !== null) return;
    const fetchPart = async () => {
      part.value = await load();
    };
    fetchPart().catch(reportBug);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is loaded and who is told stay the same
  }, [wanted]);
  return part;
}

/** Begins to load once the page has nothing else to do, so that it is there when it is wanted. */
export function useIdleLoading(load: () => Promise<unknown>, reportBug: (error: unknown) => void): void {
  useEffect(() => {
    const waiting = requestIdleCallback(() => void load().catch(reportBug));
    return () => cancelIdleCallback(waiting);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once
  }, []);
}
