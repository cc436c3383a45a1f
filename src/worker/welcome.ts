/** Name of the setting that says that the page was shown. */
const welcomedSetting = 'welcomed';

export interface WelcomeDependencies {
  readonly settings: {
    readonly read: (name: string) => Promise<unknown>;
    readonly write: (name: string, value: object) => Promise<void>;
  };
  readonly open: (path: string) => Promise<void>;
}

/**
 * Opens the page that says how to begin, once for a profile. That it was shown is written first: a browser that says
 * twice that it installed us, as one does that loads us from a folder at each start, shows it once.
 */
export async function welcomeOnce({ settings, open }: WelcomeDependencies): Promise<void> {
  if ((await settings.read(welcomedSetting)) !== undefined) return;
  await settings.write(welcomedSetting, { shown: true });
  await open('pages/welcome/index.html');
}
