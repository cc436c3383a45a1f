import { expect, test } from 'vitest';
import { launch } from '../harness/launch.ts';

test.each(['chromium', 'firefox'] as const)(
  'the pages refuse strings as HTML, inline code and the web (%s)',
  async (kind) => {
    const app = await launch(kind);
    try {
      const page = await app.openPage('options');
      const refused = await page.evaluate(async () => {
        const fails = async (act: () => unknown) => {
          try {
            await act();
            return 'allowed';
          } catch {
            return 'refused';
          }
        };
        return {
          html: await fails(() => {
            document.createElement('div').innerHTML = '<b>x</b>';
          }),
          policy: await fails(() => Reflect.get(globalThis, 'trustedTypes').createPolicy('mine', {})),
          code: await fails(() => {
            document.createElement('script').textContent = 'globalThis.ran = true';
          }),
          web: await fails(() => fetch('http://localhost:9/')),
        };
      });
      expect(refused).toEqual({ html: 'refused', policy: 'refused', code: 'refused', web: 'refused' });
    } finally {
      await app.close();
    }
  },
);
