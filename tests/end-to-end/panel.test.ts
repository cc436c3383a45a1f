import { expect } from 'vitest';
import { shows } from '../harness/controls.ts';
import { Popup } from '../harness/popup.ts';
import { sampleArticles } from '../harness/samples.ts';
import { unbrokenJourney } from './journey.ts';

const [first, second] = sampleArticles;
if (first === undefined || second === undefined) throw new Error('a sample is missing');

function ignoreGone(): void {}

unbrokenJourney(
  'the panel opens from the popup, stays beside the page, finds a clip and opens it',
  async ({ app, sites }) => {
    const tab = await app.openTab(sites.at(first.site, first.path));
    const popupPage = await app.openPopup(tab);
    const popup = new Popup(popupPage);
    await popup.read();
    await popup.addTags(['beside']);
    await popup.press('clip');
    await popup.saved();
    const panelPage = await app.panelOpenedBy(async () => {
      await popupPage.keyboard.down('Alt');
      // The popup is gone before the key is up.
      await popupPage.keyboard.press('s').catch(ignoreGone);
      await popupPage.keyboard.up('Alt').catch(ignoreGone);
    });
    const panel = new Popup(panelPage);
    await panel.firstRow(first.title);
    await shows(panelPage, /To clip a page, press the Clipshelf button/);

    // Clipped from another tab, while the panel stays open.
    const other = await app.openTab(sites.at(second.site, second.path));
    const again = new Popup(await app.openPopup(other));
    await again.read();
    await again.press('clip');
    await again.saved();
    await app.closePopup();
    await panel.rows(2);
    await panel.firstRow(second.title);

    await panelPage.click('.panel-tag');
    const [found] = await panel.rows(1);
    expect(found?.title).toBe(first.title);
    const reader = await app.tabOpenedBy(() => panelPage.click('.clip-link'));
    await shows(reader, first.title);
    expect(await panelPage.evaluate(() => document.visibilityState)).toBe('visible');
  },
);
