import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Extension } from 'puppeteer-core';
import { outputFolder } from '../../build/bundles.ts';

/** The page of an extension that does nothing: what no page of an extension can be faster than. In a folder to remove. */
export async function makeEmptyExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clipshelf-empty-'));
  await mkdir(folder, { recursive: true });
  await cp(join(outputFolder('chrome'), 'icons'), join(folder, 'icons'), { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    action: { default_popup: 'empty.html' },
    icons: { 16: 'icons/16.png' },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(
    join(folder, 'empty.html'),
    '<!doctype html><meta charset="utf-8"><title>Empty</title><style>body{width:400px;height:500px}</style><p>Empty',
  );
  return folder;
}

export async function installed(browser: Browser, folder: string): Promise<Extension> {
  const id = await browser.installExtension(folder);
  const extension = (await browser.extensions()).get(id);
  if (extension === undefined) throw new Error(`${folder} was not installed`);
  return extension;
}
