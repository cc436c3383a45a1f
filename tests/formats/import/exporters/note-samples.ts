import { local, march5, type Sample, quote } from './sample.ts';

export const noteSamples: readonly Sample[] = [
  {
    file: 'simpread.md',
    format: 'Markdown',
    clips: [{ url: 'https://mao.example/post/1', title: 'simpread' }],
  },
  {
    file: 'readwise-note.md',
    format: 'Markdown',
    clips: [
      {
        url: 'https://capstan.example/a',
        title: 'Capstans',
        author: 'Ann Lee',
        tags: ['articles'],
        highlights: [
          { ...quote('They turn', 'by hand'), tags: ['rope', 'deck'] },
          quote('Two men\nare enough'),
        ],
      },
    ],
  },
  {
    file: 'linked-heading.md',
    format: 'Markdown',
    clips: [{ url: 'https://winch.example/a_(b)', title: 'Winches [and more]' }],
  },
  {
    file: 'logseq.md',
    format: 'Markdown',
    clips: [
      {
        url: 'https://moor.example/',
        title: 'Moorings',
        tags: ['net', 'two words'],
        savedAt: local(2024, 3, 5),
      },
    ],
  },
  {
    file: 'cubox.md',
    format: 'Markdown',
    clips: [
      {
        url: 'https://fubiao.example/a',
        title: '浮标',
        tags: ['海'],
        read: true,
        starred: true,
        savedAt: march5,
      },
    ],
  },
  {
    file: 'markdownload.md',
    format: 'Markdown',
    clips: [
      {
        url: 'https://deep.example/post?a=1',
        title: 'Soundings',
        author: 'Ann & Bob',
        tags: ['sea', '海洋', 'deep water'],
        savedAt: march5,
      },
    ],
  },
  {
    file: 'hugo.md',
    format: 'Markdown',
    clips: [
      {
        url: 'https://compass.example/',
        title: 'Compass',
        tags: ['north', 'iron'],
        publishedAt: '2020-05-06',
      },
    ],
  },
];
