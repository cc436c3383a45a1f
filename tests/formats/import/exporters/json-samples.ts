import { local, march5, quote, type Sample } from './sample.ts';

export const jsonSamples: readonly Sample[] = [
  {
    file: 'firefox-backup.json',
    format: 'Firefox',
    clips: [
      {
        url: 'https://knots.example/',
        title: 'Knots',
        tags: ['Boats', 'rope', '绳'],
        note: 'bowline',
        savedAt: 1_600_000_001_000,
      },
    ],
    problems: ['unsupported-url 2'],
  },
  {
    file: 'chrome-profile.json',
    format: 'Chrome',
    clips: [
      { url: 'https://sails.example/', title: 'Sails', savedAt: 1_600_000_001_000 },
      { url: 'https://wind.example/', title: 'Wind', tags: ['天气'], savedAt: 1_600_000_002_000 },
    ],
  },
  {
    file: 'pinboard.json',
    format: 'Pinboard',
    clips: [
      {
        url: 'https://charts.example/',
        title: 'Reading charts',
        note: 'Soundings in fathoms',
        tags: ['sea', 'maps', '海图'],
        savedAt: Date.UTC(2016, 9, 31, 15, 57, 56),
      },
    ],
  },
  {
    file: 'pocket-api.json',
    format: 'Pocket',
    clips: [
      {
        url: 'https://pier.example/a',
        title: 'Piers',
        tags: ['harbour'],
        description: 'About piers',
        read: true,
        starred: true,
        savedAt: 1_464_715_504_000,
      },
    ],
    problems: ['in-trash 2'],
  },
  {
    file: 'goodlinks.json',
    format: 'JSON',
    clips: [
      {
        url: 'https://oars.example/',
        title: 'Oars',
        description: 'Of ash',
        tags: ['wood'],
        starred: true,
        read: true,
        readAt: 1_709_691_630_000,
        savedAt: 1_709_605_230_500,
        highlights: [quote('Ash bends', 'and elm?')],
      },
    ],
  },
  {
    file: 'hypothesis.json',
    format: 'Hypothesis',
    clips: [
      {
        url: 'https://ropes.example/',
        title: 'Ropes',
        tags: ['hemp'],
        savedAt: march5,
        highlights: [{ ...quote('three strands', 'my remark'), createdAt: march5, tags: ['hemp'] }],
      },
    ],
  },
  {
    file: 'annotations.json',
    format: 'Annotations',
    clips: [
      {
        url: 'https://sails.example/',
        title: 'Sails',
        note: 'a page to keep',
        tags: ['wind'],
        savedAt: march5,
        highlights: [
          {
            ...quote('the luff', '*why*?'),
            color: 'green',
            createdAt: march5,
            tags: ['wind'],
            prefix: 'ease ',
            suffix: ' first',
            exact: { id: '6f8d0f63-9b1e-4c7e-8a4e-0d3c5b7a9e11', range: null, hash: '' },
          },
        ],
      },
    ],
    problems: ['no-url 3'],
  },
  {
    file: 'memex.json',
    format: 'Memex',
    clips: [
      {
        url: 'https://buoys.example/a',
        title: 'Buoys',
        savedAt: march5,
        highlights: [{ ...quote('red to port', 'when entering'), createdAt: march5 }],
      },
      { url: 'https://buoys.example/a', title: 'Buoys', note: 'read again', savedAt: march5 },
    ],
  },
  {
    file: 'starred.json',
    format: 'Starred items',
    clips: [
      {
        url: 'https://swell.example/',
        title: 'Swell',
        tags: ['Sea'],
        author: 'Ann',
        siteName: 'Waves',
        publishedAt: '2020-09-13T12:26:40.000Z',
        savedAt: 1_700_000_000_000,
      },
    ],
  },
  {
    file: 'simpread-config.json',
    format: 'SimpRead',
    clips: [
      {
        url: 'https://duo.example/',
        title: '舵',
        description: '说明',
        tags: ['船'],
        note: '笔记',
        savedAt: local(2022, 3, 5, 10, 20, 30),
      },
    ],
  },
];
