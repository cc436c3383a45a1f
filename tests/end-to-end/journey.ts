import type { BrowserKind } from '../harness/find-browser.ts';
import { expect, test } from 'vitest';
import { launch } from '../harness/launch.ts';
import { type SampleSites, serveSamples } from '../harness/serve-samples.ts';
import type { RunningExtension } from '../harness/running-extension.ts';

interface Setting {
  readonly name: string;
  readonly kind: BrowserKind;
  readonly kills: boolean;
}

const settings: readonly Setting[] = [
  { name: 'Chromium', kind: 'chromium', kills: false },
  { name: 'Chromium, its worker killed at every step', kind: 'chromium', kills: true },
  { name: 'Firefox', kind: 'firefox', kills: false },
];

export interface Stage {
  readonly app: RunningExtension;
  readonly sites: SampleSites;
  /** Stands between two steps of a journey: in one setting the background worker is killed here. */
  readonly step: () => Promise<void>;
}

/**
 * A journey through the built extension, written once and taken in every setting, each time in a fresh profile. It also
 * fails where one of the extension's pages threw, logged an error or broke its content security policy.
 */
export function journey(name: string, take: (stage: Stage) => Promise<void>): void {
  travel(settings, name, take);
}

/** The same in both browsers, with a worker that lives as long as the browser lets it. */
export function unbrokenJourney(name: string, take: (stage: Stage) => Promise<void>): void {
  travel(
    settings.filter(({ kills }) => !kills),
    name,
    take,
  );
}

function travel(among: readonly Setting[], name: string, take: (stage: Stage) => Promise<void>): void {
  test.each(among)(`${name} ($name)`, async ({ kind, kills }) => {
    const sites = await serveSamples();
    const app = await launch(kind);
    try {
      await take({
        app,
        sites,
        step: async () => {
          if (kills) await app.killWorker();
        },
      });
      expect(app.takeProblems()).toEqual([]);
    } finally {
      await app.close();
      await sites.close();
    }
  });
}
