import { Popup } from '../harness/popup.ts';
import { sampleArticles } from '../harness/samples.ts';
import type { Stage } from './stage.ts';

const clipped = new WeakMap<object, number>();

/** Clips the sample articles by the real button until the library holds as many. */
export async function clipSamples({ app, sites, language }: Stage, count: number): Promise<void> {
  for (let done = clipped.get(app) ?? 0; done < count; done += 1) {
    const sample = sampleArticles[done];
    if (sample === undefined) return;
    const tab = await app.openTab(sites.at(sample.site, sample.path));
    const popup = new Popup(await app.openPopup(tab), language);
    await popup.read();
    await popup.addTags(sample.tags);
    await popup.press('clip');
    await popup.saved();
    await app.closePopup();
    await tab.close();
    clipped.set(app, done + 1);
  }
}
