import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { inProject } from '../../build/paths.ts';

/** A picture to lay beside others: its bytes as an address. */
function asAddress(bytes: Uint8Array, type = 'image/png'): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** Size in CSS px, and device pixels for each. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** Draws HTML of our own on a blank page: screenshots, the icon, words. Writes it as a PNG without transparency. */
export async function draw(page: Page, html: string, canvas: Canvas, file: string): Promise<void> {
  await page.setViewport({ width: canvas.width, height: canvas.height, deviceScaleFactor: canvas.scale });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>${html}`);
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  await writeFile(file, await page.screenshot({ type: 'png' }));
}

const style = `
  * { box-sizing: border-box; margin: 0 }
  body { width: 100vw; height: 100vh; overflow: hidden; background: #faf9f6; color: #1f1e1b;
         font: 400 16px/1.4 system-ui, 'Noto Sans', 'Noto Sans CJK SC', sans-serif }
  .page { position: absolute; inset: 0; width: 100%; height: 100% }
  .shade { position: absolute; inset: 0; background: rgb(20 18 12 / 12%) }
  .popup { position: absolute; top: 20px; right: 28px; width: 400px; border-radius: 8px;
           box-shadow: 0 2px 6px rgb(20 18 12 / 25%), 0 16px 48px rgb(20 18 12 / 35%) }
  .tile { position: absolute; inset: 0; display: flex; align-items: center; gap: 3vw; padding: 0 5vw;
          background: linear-gradient(135deg, #faf9f6 40%, #e3efea) }
  .tile h1 { font-size: 11vh; font-weight: 700; letter-spacing: -0.02em }
  .tile p { max-width: 22em; margin-top: 1.5vh; color: #56534b; font-size: 5.4vh; text-wrap: balance }
  .tile .icon { flex: none; width: 26vh; height: 26vh }
  .tile .shot { position: absolute; top: 12%; left: 50%; width: 56%; border-radius: 10px;
                box-shadow: 0 4px 12px rgb(20 18 12 / 18%), 0 20px 60px rgb(20 18 12 / 25%) }
  .tile:not(.wide) { justify-content: center }
  .tile.wide > div { max-width: 34vw }
`;

/** A popup over the page that it was opened on. */
export function popupOver(page: Uint8Array, popup: Uint8Array): string {
  return `<img class="page" src="${asAddress(page)}"><div class="shade"></div><img class="popup" src="${asAddress(popup)}">`;
}

/** The icon, the name and one line; in a wide one what the library looks like, too. */
export async function promoTile(line: string, shot?: Uint8Array): Promise<string> {
  const icon = asAddress(await readFile(inProject('build/icon.svg')), 'image/svg+xml');
  const words = `<div><h1>Clipshelf</h1><p>${line}</p></div>`;
  return shot === undefined
    ? `<div class="tile"><img class="icon" src="${icon}">${words}</div>`
    : `<div class="tile wide"><img class="icon" src="${icon}">${words}<img class="shot" src="${asAddress(shot)}"></div>`;
}
