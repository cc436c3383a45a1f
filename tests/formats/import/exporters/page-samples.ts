import { march5, type Sample } from './sample.ts';

export const pageSamples: readonly Sample[] = [
  {
    file: 'single-file.html',
    format: 'Web page',
    clips: [
      {
        url: 'https://ferry.example/posts/locks?part=2&x=1',
        title: '',
        savedAt: Date.UTC(2024, 2, 6, 1, 8, 7),
      },
    ],
  },
  {
    file: 'saved-from-chrome.html',
    format: 'Web page',
    clips: [{ url: 'https://harbour.example/a?b=1', title: '' }],
  },
  {
    file: 'saved.mhtml',
    format: 'MHTML',
    clips: [
      { url: 'https://mole.example/post', title: '灯塔 and fog', savedAt: Date.UTC(2024, 2, 6, 1, 8, 7) },
    ],
  },
  {
    file: 'evernote.enex',
    format: 'Evernote',
    clips: [
      {
        url: 'https://tides.example/moon?a=1&b=2',
        title: 'Tides & 潮汐',
        tags: ['sea', '海洋'],
        author: 'Mira',
        savedAt: Date.UTC(2024, 2, 1, 7, 20, 30),
      },
      { url: 'https://hand.example/x', title: 'By hand', savedAt: Date.UTC(2024, 2, 1, 7, 20, 30) },
    ],
    problems: ['no-url 2 No page'],
  },
  {
    file: 'raindrop.html',
    format: 'Bookmarks',
    clips: [
      {
        url: 'https://quay.example/',
        title: 'Quays & walls',
        tags: ['Harbours', 'stone', 'building'],
        note: 'My note',
        starred: true,
        savedAt: 1_704_164_645_000,
      },
      { url: 'https://loose.example/', title: 'Loose', savedAt: 1_704_164_645_000 },
    ],
  },
  {
    file: 'linkding.html',
    format: 'Bookmarks',
    clips: [
      {
        url: 'https://buoy.example/',
        title: 'The <buoy> element…',
        tags: ['sea'],
        note: 'Described\n\nmy **own** note',
        savedAt: 1_616_337_559_000,
      },
      {
        url: 'https://old.example/',
        title: 'std::vector<int> & <details>',
        read: true,
        savedAt: 1_616_337_560_000,
      },
    ],
  },
  {
    file: 'feeds.opml',
    format: 'OPML',
    clips: [
      { url: 'https://gulls.example/', title: 'Gulls', tags: ['Sea'] },
      { url: 'https://link.example/?a=1&b=2', title: 'A link', savedAt: march5 },
    ],
    problems: ['no-url 3'],
  },
];
