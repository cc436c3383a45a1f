import { expect } from 'vitest';
import { press, shows } from '../harness/controls.ts';
import { Popup } from '../harness/popup.ts';
import { unbrokenJourney } from './journey.ts';
import { clipIds } from './kept-clips.ts';

unbrokenJourney(
  'a page loses a section: it is said, put back, and still there after re-extraction',
  async ({ app, sites }) => {
    const tab = await app.openTab(sites.at('accounts', 'lost-section.html'));
    const page = await app.openPopup(tab);
    const popup = new Popup(page);
    await popup.read();
    await shows(page, 'Code blocks that are missing: 1');
    await popup.press('clip');
    await popup.saved();
    await app.closePopup();

    const [id = ''] = await clipIds(await app.openPage('options'));
    const reader = await app.openPage('reader', `?id=${id}`);
    await shows(reader, 'Something is missing');
    await press(reader, /^Left out \(\d+\)$/);
    await shows(reader, 'A worker that needs longer');
    await press(reader, 'Put back');
    await shows(reader, 'Put back where it stood');
    await reader.close();

    const again = await app.openPage('reader', `?id=${id}`);
    await shows(again, 'timer.cancel()');
    await shows(again, 'Complete');
    await press(again, 'Export & more');
    await press(again, 'Re-extract now');
    await shows(again, /extract/i);
    await again.close();
    const last = await app.openPage('reader', `?id=${id}`);
    await shows(last, 'Where the worker dies');
    const text = await last.evaluate(() => document.querySelector('.article')?.textContent ?? '');
    expect(text.indexOf('release(item)')).toBeLessThan(text.indexOf('A worker that needs longer'));
    expect(text.indexOf('A worker that needs longer')).toBeLessThan(text.indexOf('Where the worker dies'));
  },
);

unbrokenJourney(
  'a conversation of twelve turns is found by a word of its third question',
  async ({ app, sites }) => {
    const tab = await app.openTab(sites.at('accounts', 'twelve-turns.html'));
    const popup = new Popup(await app.openPopup(tab));
    await popup.read();
    await popup.press('clip');
    await popup.saved();
    await popup.search('zugzwang');
    await popup.firstRow('Leases of a queue', 'zugzwang');
    await app.closePopup();
    const [id = ''] = await clipIds(await app.openPage('options'));
    const reader = await app.openPage('reader', `?id=${id}`);
    for (const words of ['lease an item', 'three times?', 'look at in the morning'])
      await shows(reader, words);
  },
);
