import { importOf } from '../../../factories/fixture.ts';

/** Files of other programs that hold highlights, in the shapes that those programs write. */
export const at = '2024-03-05T02:20:30.000Z';

export async function markedIn(content: Blob | string | object, name: string) {
  const text = typeof content === 'string' || content instanceof Blob ? content : JSON.stringify(content);
  const { clips, format, problems } = await importOf(text instanceof Blob ? text : new Blob([text]), name);
  const pages = clips.map(({ url, title, note, tags, highlights }) => ({
    url,
    title,
    note,
    tags,
    highlights,
  }));
  return { format, pages, problems: problems.map(({ reason }) => reason) };
}

export const page = { url: 'https://tides.example/a', title: 'Tides', note: '', tags: [] };
