import { local, quote, type Sample } from './sample.ts';

export const tableSamples: readonly Sample[] = [
  {
    file: 'addresses.txt',
    format: 'Addresses',
    clips: [
      { url: 'https://one.example/a', title: 'Reefs | Blog' },
      { url: 'https://two.example/b_(c)', title: '' },
      { url: 'https://three.example/', title: 'Shoals and how to see them' },
      { url: 'https://four.example/x', title: 'Currents', note: 'in the strait' },
    ],
    problems: ['no-url 7'],
  },
  {
    file: 'chinese.csv',
    format: 'CSV',
    clips: [
      {
        url: 'https://deng.example/',
        title: '灯塔',
        tags: ['海', '灯', '夜'],
        note: '看过',
        read: true,
        savedAt: local(2024, 3, 5, 15, 20),
      },
    ],
    remarks: ['unused-column 评分'],
  },
  {
    file: 'matter.csv',
    format: 'Matter',
    clips: [
      {
        url: 'https://horns.example/',
        title: 'Fog horns',
        author: 'Ann',
        siteName: 'matter.example',
        tags: ['sound', 'fog signals'],
        read: true,
        starred: true,
        savedAt: Date.UTC(2023, 4, 6, 10, 11, 12),
      },
    ],
    remarks: ['unused-column highlight count'],
  },
  {
    file: 'diigo.csv',
    format: 'Diigo',
    clips: [
      {
        url: 'https://anchors.example/',
        title: 'Anchors',
        tags: ['iron', 'deep_water'],
        note: 'mine\n\nsaid',
        highlights: [quote('it holds'), quote('it drags')],
        savedAt: Date.UTC(2021, 4, 6, 7, 8, 9),
      },
    ],
  },
  {
    file: 'zotero.csv',
    format: 'Zotero',
    clips: [
      {
        url: 'https://rigging.example/',
        title: 'Rigging',
        author: 'Lee, Ann',
        siteName: 'Mast',
        description: 'About ropes',
        tags: ['rope', 'sail'],
        publishedAt: '2020-05-06',
        savedAt: local(2024, 3, 5, 7, 8, 9),
      },
    ],
    remarks: ['unused-column publication year', 'unused-column automatic tags'],
  },
  {
    file: 'wallabag.csv',
    format: 'wallabag',
    clips: [
      {
        url: 'https://keels.example/',
        title: 'Keels; deep',
        tags: ['wood', '船'],
        language: 'en',
        savedAt: local(2023, 11, 28, 10),
      },
      // Day first, as the row above shows.
      { url: 'https://b.example/', title: 'B', language: 'en', savedAt: local(2023, 3, 5, 10) },
    ],
  },
  {
    file: 'readwise-highlights.csv',
    format: 'Readwise',
    clips: [
      {
        url: 'https://corks.example/',
        title: 'Corks',
        author: 'Ann',
        tags: ['wood'],
        highlights: [
          {
            ...quote('It floats', 'so it does'),
            color: 'yellow',
            createdAt: Date.UTC(2023, 4, 6, 10, 11, 12),
          },
        ],
        savedAt: Date.UTC(2023, 4, 6, 10, 11, 12),
      },
    ],
    problems: ['no-url 3'],
  },
  {
    file: 'spreadsheet.csv',
    format: 'CSV',
    clips: [
      { url: 'https://a.example/', title: 'A', savedAt: local(2024, 3, 1, 8, 5) },
      { url: 'https://b.example/', title: 'B', savedAt: local(2024, 3, 1) },
      { url: 'https://c.example/', title: 'C' },
      { url: 'https://d.example/', title: 'D' },
    ],
    remarks: ['ambiguous-date 4 05/03/2024', 'bad-date 5 next week'],
  },
];
