import { signal } from '@preact/signals';

const minute = 60_000;

/** The time, epoch ms, as of the last full minute since now: what shows it follows, since a panel stays open for hours. */
export function startMinutes(): () => number {
  const now = signal(Date.now());
  setInterval(() => (now.value = Date.now()), minute);
  return () => now.value;
}
