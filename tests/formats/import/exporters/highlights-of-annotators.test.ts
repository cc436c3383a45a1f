import { expect, test } from 'vitest';
import { at, markedIn, page } from './highlight-sample.ts';
import { march5, quote } from './sample.ts';

test('Hypothesis, client: replies are part of the note, notes of the page are the page’s', async () => {
  const document = { title: ['Tides'] };
  const selector = [
    { type: 'RangeSelector', startContainer: '/p[1]', startOffset: 0, endContainer: '/p[1]', endOffset: 9 },
    { type: 'TextPositionSelector', start: 0, end: 9 },
    { type: 'TextQuoteSelector', exact: 'Ebb, flow', prefix: 'and ', suffix: ', ebb' },
  ];
  const base = {
    uri: page.url,
    document,
    created: at,
    updated: at,
    user: 'acct:ann@hypothes.is',
    group: '__world__',
  };
  const found = await markedIn(
    {
      export_date: at,
      export_userid: 'acct:ann@hypothes.is',
      client_version: '1.1500.0',
      annotations: [
        {
          ...base,
          id: 'r2',
          text: 'Later.',
          tags: [],
          references: ['a1', 'r1'],
          target: [{ source: page.url }],
          created: '2024-03-05T04:00:00.000Z',
        },
        { ...base, id: 'r1', text: 'Sooner.', tags: [], references: ['a1'], target: [{ source: page.url }] },
        { ...base, id: 'n1', text: 'Of the page.', tags: [], target: [{ source: page.url }] },
        { ...base, id: 'a1', text: 'Why?', tags: ['sea'], target: [{ source: page.url, selector }] },
        {
          ...base,
          id: 'a2',
          text: '',
          tags: [],
          target: [{ source: page.url, selector: [{ type: 'TextQuoteSelector', exact: '潮汐' }] }],
        },
      ],
    },
    'hypothesis.json',
  );
  expect(found).toEqual({
    format: 'Hypothesis',
    problems: [],
    pages: [
      {
        ...page,
        tags: ['sea'],
        note: 'Of the page.',
        highlights: [
          {
            ...quote('Ebb, flow', 'Why?\n\nSooner.\n\nLater.'),
            createdAt: march5,
            tags: ['sea'],
            prefix: 'and ',
            suffix: ', ebb',
          },
          { ...quote('潮汐'), createdAt: march5 },
        ],
      },
    ],
  });
});

test('Hypothesis, table: the body is the remark, never the page’s text', async () => {
  const found = await markedIn(
    [
      'Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page',
      '"2024-03-05T02:20:30Z",https://tides.example/a,Public,Annotation,"Ebb, flow",ann,Why?,"sea,moon",',
      '"2024-03-05T02:20:30Z",https://tides.example/a,Public,Annotation,,ann,Of the page.,,',
    ].join('\n'),
    'hypothesis.csv',
  );
  expect(found.format).toBe('Hypothesis');
  expect(found.pages).toMatchObject([
    {
      url: page.url,
      highlights: [{ ...quote('Ebb, flow', 'Why?'), createdAt: march5, tags: ['sea', 'moon'] }],
    },
    { url: page.url, highlights: [], note: 'Of the page.' },
  ]);
});

test('a table of highlights, a row for each: the note beside a passage is the passage’s', async () => {
  for (const header of [
    'Highlight,Title,Author,URL,Note,Location,Date',
    '划线,标题,作者,链接,想法,位置,时间',
  ]) {
    const found = await markedIn(
      `${header}\n"Ebb, flow",Tides,Ann,https://tides.example/a,Why?,1,2024-03-05T02:20:30Z\n`,
      'highlights.csv',
    );
    expect(found.pages).toMatchObject([
      { ...page, highlights: [{ ...quote('Ebb, flow', 'Why?'), createdAt: march5 }] },
    ]);
  }
});

test('Obsidian Web Clipper: what it marked is HTML, with notes; its older form too', async () => {
  const now = await markedIn(
    [
      {
        url: page.url,
        highlights: [
          {
            text: '<p>Ebb, <strong>flow</strong> &amp; ebb</p>\n\n<p>and <code>a&lt;b</code></p>',
            timestamp: at,
            notes: ['Why?', 'Really?'],
          },
          { text: 'Moon', timestamp: at },
        ],
      },
    ],
    'obsidian-web-clipper-highlights-202403050220.json',
  );
  expect(now).toMatchObject({
    format: 'Obsidian Web Clipper',
    pages: [
      {
        url: page.url,
        highlights: [
          { ...quote('Ebb, flow & ebb\nand a<b', 'Why?\n\nReally?'), createdAt: march5 },
          { ...quote('Moon'), createdAt: march5 },
        ],
      },
    ],
  });
  const before = await markedIn(
    [
      {
        url: page.url,
        highlights: [
          {
            type: 'fragment',
            xpath: '/html/body/p[1]',
            id: String(march5),
            content: 'Ebb, <em>flow</em>',
            startOffset: 0,
            endOffset: 9,
          },
        ],
      },
    ],
    'highlights.json',
  );
  expect(before.pages).toMatchObject([
    { url: page.url, highlights: [{ ...quote('Ebb, flow'), createdAt: march5 }] },
  ]);
});

test('Memex: passages as HTML or by their selector, whole addresses of pages, any number of them', async () => {
  const annotation = {
    url: 'tides.example/a/#1709605230000',
    pageUrl: 'tides.example/a',
    pageTitle: 'Tides',
    createdWhen: at,
    lastEdited: at,
    color: 'default',
  };
  const selector = {
    quote: 'x',
    descriptor: {
      strategy: 'hyp-anchoring',
      content: [
        { type: 'TextPositionSelector', start: 10, end: 19 },
        { type: 'TextQuoteSelector', exact: 'Ebb, flow', prefix: 'and ', suffix: ', ebb' },
      ],
    },
  };
  const found = await markedIn(
    {
      pages: [{ url: 'tides.example/a', fullUrl: 'http://www.tides.example/a', fullTitle: 'Tides' }],
      annotations: [
        { ...annotation, body: '<div>Ebb, flow</div>', comment: 'Why?', selector },
        { ...annotation, body: '<div>Moon &amp; sun</div>', comment: '' },
        { ...annotation, comment: 'Of the page.' },
        ...Array.from({ length: 1_500 }, (_each, index) => ({
          ...annotation,
          body: `Wave ${index}`,
          comment: '',
        })),
      ],
    },
    'memex.json',
  );
  expect(found.format).toBe('Memex');
  expect(new Set(found.pages.map(({ url }) => url))).toEqual(new Set(['http://www.tides.example/a']));
  expect(found.pages.slice(0, 3).map(({ highlights, note }) => [highlights, note])).toEqual([
    [
      [
        {
          ...quote('Ebb, flow', 'Why?'),
          color: 'default',
          createdAt: march5,
          prefix: 'and ',
          suffix: ', ebb',
        },
      ],
      '',
    ],
    [[{ ...quote('Moon & sun'), color: 'default', createdAt: march5 }], ''],
    [[], 'Of the page.'],
  ]);
  expect(found.pages).toHaveLength(1_503);
});
