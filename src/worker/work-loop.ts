/** What work needs of the worker that it runs in. */
export interface WorkerLife {
  /** Keeps the worker from being stopped; returns what lets it sleep again. */
  readonly keepAwake: () => () => void;
  readonly report: (error: unknown) => void;
}

export interface WorkLoop {
  /** Looks for work, now: after something was journaled, and whenever the worker starts. */
  readonly wake: () => void;
  /** Resolves once there is nothing left to do. */
  readonly idle: () => Promise<void>;
}

/**
 * Rests for so many ms: less where the loop is woken meanwhile, not at all where it was since this round began.
 */
export type Nap = (milliseconds: number) => Promise<void>;

/**
 * Work that goes on by itself: `round` is called again and again, never twice at a time, until it says that it found
 * nothing to do and nobody woke the loop while it looked. What it rejects with is reported, and ends the loop until the
 * next `wake`.
 */
export function createWorkLoop(
  { keepAwake, report }: WorkerLife,
  round: (nap: Nap) => Promise<boolean>,
): WorkLoop {
  let running = false;
  let woken = false;
  let wakeUp: () => void = () => undefined;
  let done: Promise<void> = Promise.resolve();

  const nap: Nap = async (milliseconds) => {
    if (woken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  };

  const run = async () => {
    const sleep = keepAwake();
    try {
      let worked = true;
      while (worked || woken) {
        woken = false;
        worked = await round(nap);
      }
    } finally {
      sleep();
      // In the same turn as the last look at `woken`: no call gets lost between the two.
      running = false;
    }
  };

  return {
    wake: () => {
      woken = true;
      wakeUp();
      if (running) return;
      running = true;
      done = run().catch(report);
    },
    idle: () => done,
  };
}
