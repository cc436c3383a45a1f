import { local, march5, quote, type Sample } from './sample.ts';

/** Other forms of the same tools, and older ones. */
export const siblingSamples: readonly Sample[] = [
  {
    file: 'safari.html',
    format: 'Bookmarks',
    clips: [
      { url: 'https://splices.example/', title: 'Splices & 绳结', tags: ['船/Ropes'] },
      { url: 'https://later.example/read', title: 'Later', tags: ['Reading List'] },
    ],
    problems: ['unsupported-url 12'],
  },
  {
    file: 'shiori.html',
    format: 'Bookmarks',
    clips: [
      {
        url: 'https://hulls.example/a',
        title: 'std::vector<int> in <details>',
        tags: ['wood', 'std::vector'],
        savedAt: march5,
      },
      { url: 'https://hulls.example/b', title: 'Hulls & keels', savedAt: march5 + 86_400_000 },
    ],
  },
  {
    file: 'onetab.txt',
    format: 'Addresses',
    clips: [
      { url: 'https://one.example/a', title: 'Ports | Blog' },
      { url: 'https://two.example/', title: 'Jetties' },
      { url: 'https://three.example/?q=a|b', title: '码头' },
    ],
    problems: ['no-url 5'],
  },
  {
    file: 'pinboard.xml',
    format: 'Pinboard',
    clips: [
      {
        url: 'https://maps.example/?a=1&b=2',
        title: 'Maps <of> the coast',
        note: 'two sheets',
        tags: ['sea', '海图'],
        savedAt: Date.UTC(2016, 9, 31, 15, 57, 56),
      },
    ],
    problems: ['unsupported-url 2'],
  },
  {
    file: 'notion.html',
    format: 'Notion',
    clips: [
      {
        url: 'https://reefs.example/?a=1&b=2',
        title: 'Reefs & 礁',
        tags: ['sea', '礁'],
        read: true,
        savedAt: local(2024, 3, 5, 10, 20),
      },
    ],
  },
  {
    file: 'instapaper.html',
    format: 'Bookmarks',
    clips: [
      { url: 'https://buckets.example/a', title: 'Buckets' },
      { url: 'https://buckets.example/b', title: 'Pails', read: true },
      { url: 'https://buckets.example/c', title: 'Tubs', starred: true },
      { url: 'https://buckets.example/d', title: 'Barrels', tags: ['Deck'] },
    ],
  },
  {
    file: 'hypothesis.csv',
    format: 'Hypothesis',
    clips: [
      {
        url: 'https://ropes.example/',
        title: '',
        tags: ['hemp', 'knots'],
        highlights: [
          { ...quote('three strands', 'why, though?'), createdAt: march5, tags: ['hemp', 'knots'] },
        ],
        savedAt: march5,
      },
      { url: 'https://ropes.example/', title: '', note: 'a page to keep', savedAt: march5 },
    ],
  },
  {
    file: 'highlights.csv',
    format: 'CSV',
    clips: [
      {
        url: 'https://bilges.example/',
        title: 'Bilges',
        author: 'Ann',
        highlights: [{ ...quote('They fill', 'pump them'), color: 'green', createdAt: march5 }],
      },
    ],
  },
  {
    file: 'zotero.json',
    format: 'Zotero',
    clips: [
      {
        url: 'https://rudders.example/',
        title: 'Rudders',
        author: 'Ann Lee, The Yard',
        siteName: 'Stern',
        description: 'How they turn',
        tags: ['wood', 'iron'],
        publishedAt: '2020-05-06',
        savedAt: march5,
      },
    ],
    remarks: ['unused-column access date'],
  },
  {
    file: 'csl.json',
    format: 'JSON',
    clips: [
      {
        url: 'https://rudders.example/',
        title: 'Rudders',
        author: 'Ann Lee',
        siteName: 'Stern',
        description: 'How they turn',
        language: 'en',
        publishedAt: '2020-05-01',
        savedAt: local(2024, 3, 5),
      },
    ],
  },
  {
    file: 'inoreader.json',
    format: 'Starred items',
    clips: [
      {
        url: 'https://tide.example/',
        title: 'Tides & time',
        author: 'Ann',
        siteName: 'Waves',
        tags: ['Sea'],
        highlights: [{ ...quote('for nobody', 'true'), createdAt: march5 }],
        publishedAt: '2020-09-13T12:26:40.000Z',
        savedAt: march5,
      },
    ],
  },
  {
    file: 'karakeep-kinds.json',
    format: 'Karakeep',
    clips: [
      {
        url: 'https://bells.example/',
        title: 'A passage',
        note: 'mine',
        tags: ['Boats/Bells', 'sea'],
        read: true,
        savedAt: march5,
      },
      { url: 'https://bells.example/chart.pdf', title: 'Chart', savedAt: march5 },
    ],
    problems: ['no-url 3'],
  },
  {
    file: 'cubox-highlights.md',
    format: 'Markdown',
    clips: [
      {
        url: 'https://chain.example/',
        title: '锚链',
        highlights: [quote('一样大', '为什么？'), quote('链环')],
      },
    ],
  },
  {
    file: 'simpread-annotations@annote.md',
    format: 'Markdown',
    clips: [
      {
        url: 'https://mast.example/1',
        title: '桅杆',
        tags: ['木', '帆'],
        highlights: [quote('顶上最冷', '我也上去过')],
        savedAt: local(2022, 3, 5, 10, 20, 30),
      },
    ],
  },
  {
    file: 'readwise-old-note.md',
    format: 'Markdown',
    clips: [
      {
        url: 'https://sextant.example/a',
        title: 'Sextants and stars',
        author: 'Ann Lee',
        description: 'How to find where you are',
        tags: ['articles', 'sky', 'night'],
        highlights: [quote('Noon is enough', 'on a clear day'), quote('The moon will do')],
      },
    ],
  },
  {
    file: 'logseq-blocks.md',
    format: 'Markdown',
    clips: [{ url: 'https://fender.example/', title: 'Fenders' }],
  },
];
