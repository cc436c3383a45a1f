import { expect, test } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { shows, press } from '../harness/controls.ts';
import { launch } from '../harness/launch.ts';
import { poll } from '../harness/poll.ts';

test.each(['chromium', 'firefox'] as const)(
  'one page comes after installation, says the real key, clips a sample, and never comes again (%s)',
  async (kind) => {
    const app = await launch(kind, { headless: true, keepWelcome: true });
    try {
      const page = await poll('the page of the first start', async () => (await app.welcomePages())[0]);
      await shows(page, english.welcomeTitle.message);
      await shows(page, english.emptyRecentKeys.message.replace('$1', 'Alt+K'));
      await shows(page, english.welcomePinWhat.message);
      expect(await app.welcomePages()).toHaveLength(1);

      await press(page, english.welcomeSample.message);
      await shows(page, english.sampleSecond.message);

      // A start of the browser installs it anew here, as it does with what is loaded from a folder.
      await app.restart();
      const library = await app.openPage('library');
      await shows(library, english.sampleTitle.message);
      expect(await app.welcomePages()).toEqual([]);
      expect(app.takeProblems()).toEqual([]);
    } finally {
      await app.close();
    }
  },
);
