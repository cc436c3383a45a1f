import type { Database } from './database.ts';

/** Sizes in bytes, as far as text can tell: what the database adds around it is not among them. */
export interface LibraryUsage {
  readonly articles: number;
  readonly pageSources: number;
  readonly earlierVersions: number;
  readonly images: number;
}

/** What takes the room. Reads every text once, one row at a time: on request only. */
export async function libraryUsage(database: Database): Promise<LibraryUsage> {
  let articles = 0;
  let pageSources = 0;
  let earlierVersions = 0;
  let images = 0;
  const textOf = (body: { html: string; blocks: readonly { text: string }[] }) =>
    body.blocks.reduce((sum, block) => sum + block.text.length, body.html.length);
  await database.bodies.each((body) => (articles += textOf(body)));
  await database.sources.each((source) => (pageSources += source.gzip.byteLength));
  await database.versions.each((version) => (earlierVersions += textOf(version.body)));
  await database.imageFiles.each((file) => (images += file.blob.size));
  return { articles, pageSources, earlierVersions, images };
}
