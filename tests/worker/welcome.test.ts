import { expect, test } from 'vitest';
import { welcomeOnce } from '../../src/worker/welcome.ts';

test('the page that says how to begin is shown once for a profile', async () => {
  const kept = new Map<string, unknown>();
  const opened: string[] = [];
  const settings = {
    read: (name: string) => Promise.resolve(kept.get(name)),
    write: (name: string, value: object) => Promise.resolve(void kept.set(name, value)),
  };
  const open = (path: string) => Promise.resolve(void opened.push(path));
  await welcomeOnce({ settings, open });
  await welcomeOnce({ settings, open });
  expect(opened).toEqual(['pages/welcome/index.html']);
});
