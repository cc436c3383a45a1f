import { expect, test } from 'vitest';
import { makeZip } from '../../../factories/zip.ts';
import { at, markedIn, page } from './highlight-sample.ts';
import { march5, quote } from './sample.ts';

test('Omnivore: quotes of several paragraphs, labels, notes, and the note on the page', async () => {
  const entry = {
    id: '1',
    slug: 'tides',
    title: 'Tides',
    url: page.url,
    state: 'ACTIVE',
    labels: [],
    savedAt: at,
  };
  const marks =
    '> Ebb.\n> \nFlow. \n\n#sea #slow water\n\nWhy?\n\nReally?\n\n> Moon [⤴️](https://omnivore.app/me/tides#1) \n\nOf the page.\n\n\n\n> Sun ';
  const found = await markedIn(
    await makeZip({ 'metadata_0_to_20.json': JSON.stringify([entry]), 'highlights/tides.md': marks }),
    'export.zip',
  );
  expect(found.pages).toEqual([
    {
      ...page,
      highlights: [
        { ...quote('Ebb.\n\nFlow.', 'Why?\n\nReally?'), tags: ['sea', 'slow water'] },
        quote('Moon'),
        quote('', 'Of the page.'),
        quote('Sun'),
      ],
    },
  ]);
});

test('Readwise, export of its API: tags, colors, notes; no discarded ones, books are named', async () => {
  const highlight = {
    id: 1,
    text: 'Ebb, flow',
    note: 'Why?',
    location: 10,
    location_type: 'order',
    color: 'blue',
    highlighted_at: at,
    created_at: at,
    updated_at: at,
    url: 'https://read.readwise.io/read/1',
    book_id: 2,
    tags: [{ id: 3, name: 'sea' }],
    is_favorite: false,
    is_discard: false,
  };
  const book = {
    user_book_id: 2,
    title: 'Tides',
    author: 'Ann',
    readable_title: 'Tides',
    source: 'reader',
    cover_image_url: '',
    unique_url: 'https://read.readwise.io/read/2',
    book_tags: [{ id: 4, name: 'water' }],
    category: 'articles',
    document_note: 'Of the page.',
    readwise_url: 'https://readwise.io/bookreview/2',
    source_url: page.url,
    asin: null,
  };
  const found = await markedIn(
    {
      count: 2,
      nextPageCursor: null,
      results: [
        {
          ...book,
          highlights: [
            highlight,
            { ...highlight, id: 5, is_discard: true },
            { ...highlight, id: 6, text: 'Moon', note: '', color: '', tags: [] },
          ],
        },
        { ...book, title: 'A book', source_url: null, category: 'books', highlights: [highlight] },
      ],
    },
    'readwise.json',
  );
  expect(found).toEqual({
    format: 'Readwise',
    problems: ['no-url'],
    pages: [
      {
        ...page,
        tags: ['water'],
        note: 'Of the page.',
        highlights: [
          { ...quote('Ebb, flow', 'Why?'), color: 'blue', createdAt: march5, tags: ['sea'] },
          { ...quote('Moon'), createdAt: march5 },
        ],
      },
    ],
  });
});

const offsets = { startOffset: 0, endOffset: 9 };

test('Karakeep and Linkwarden: with the bookmark, as their APIs give them', async () => {
  const karakeep = await markedIn(
    {
      bookmarks: [
        {
          createdAt: 1_719_849_600,
          title: 'Tides',
          tags: [],
          lists: [],
          content: { type: 'link', url: page.url },
          note: null,
          archived: false,
          favourited: false,
          highlights: [
            {
              id: 'h',
              bookmarkId: 'b',
              userId: 'u',
              ...offsets,
              color: 'green',
              text: 'Ebb, flow',
              note: 'Why?',
              createdAt: at,
            },
          ],
        },
      ],
      lists: [],
    },
    'karakeep.json',
  );
  expect(karakeep.pages).toEqual([
    { ...page, highlights: [{ ...quote('Ebb, flow', 'Why?'), color: 'green', createdAt: march5 }] },
  ]);
  const linkwarden = await markedIn(
    {
      collections: [
        {
          id: 1,
          name: 'Unorganized',
          links: [
            {
              id: 2,
              name: 'Tides',
              url: page.url,
              tags: [],
              createdAt: at,
              highlight: [
                {
                  id: 3,
                  linkId: 2,
                  userId: 1,
                  ...offsets,
                  color: '#a78bfa',
                  text: 'Ebb, flow',
                  comment: 'Why?',
                  createdAt: at,
                },
              ],
            },
          ],
        },
      ],
      pinnedLinks: [],
    },
    'linkwarden.json',
  );
  expect(linkwarden.pages).toEqual([
    { ...page, highlights: [{ ...quote('Ebb, flow', 'Why?'), color: '#a78bfa', createdAt: march5 }] },
  ]);
});

test('wallabag: annotations with a remark, with an empty one, with none', async () => {
  const ranges = [{ start: '/p[1]', startOffset: '0', end: '/p[1]', endOffset: '12' }];
  const annotation = {
    user: 'ann',
    annotator_schema_version: 'v1.0',
    created_at: '2024-03-05T02:20:30+0000',
    updated_at: '2024-03-06T02:20:30+0000',
    ranges,
  };
  const found = await markedIn(
    [
      {
        is_archived: 0,
        is_starred: 0,
        tags: [],
        id: 1,
        title: 'Tides',
        url: page.url,
        content: '<p>Ebb, flow.</p>',
        created_at: '2024-03-01T10:00:00+0000',
        mimetype: 'text/html',
        language: 'en',
        reading_time: 1,
        domain_name: 'tides.example',
        annotations: [
          { ...annotation, id: 5, quote: 'Ebb, flow', text: 'Why?' },
          { ...annotation, id: 6, quote: 'Ebb', text: '' },
          { annotator_schema_version: 'v1.0', id: 7, quote: 'flow' },
        ],
      },
    ],
    'All articles.json',
  );
  expect(found).toMatchObject({
    format: 'wallabag',
    pages: [
      {
        ...page,
        highlights: [
          { ...quote('Ebb, flow', 'Why?'), createdAt: march5 },
          { ...quote('Ebb'), createdAt: march5 },
          quote('flow'),
        ],
      },
    ],
  });
});

test('Pocket: the annotations of its archive go to the pages of its lists', async () => {
  const found = await markedIn(
    await makeZip({
      'part_000000.csv': `title,url,time_added,tags,status\nTides,${page.url},1700000000,,unread\n`,
      'annotations/part_000000.json': JSON.stringify([
        {
          url: page.url,
          title: 'Tides',
          highlights: [
            { quote: 'Ebb, flow', created_at: march5 / 1_000 },
            { quote: '潮汐', created_at: march5 / 1_000 },
          ],
        },
      ]),
    }),
    'pocket.zip',
  );
  expect(found.pages.flatMap(({ highlights }) => highlights)).toEqual([
    { ...quote('Ebb, flow'), createdAt: march5 },
    { ...quote('潮汐'), createdAt: march5 },
  ]);
});
