import { expect, test } from 'vitest';
import { importOf } from '../../../factories/fixture.ts';
import { local } from './sample.ts';

test.each([
  ['addresses', '["https://list.example/a","https://list.example/b"]', ['', '']],
  ['pairs', '[["A","https://list.example/a"],["https://list.example/b","B"]]', ['A', 'B']],
  ['a map', '{"https://list.example/a":{"title":"A"},"https://list.example/b":"B"}', ['A', 'B']],
])('JSON that is a list of %s', async (_name, text, titles) => {
  const { clips } = await importOf(text, 'list.json');
  expect(clips.map(({ url, title }) => [url, title])).toEqual([
    ['https://list.example/a', titles[0]],
    ['https://list.example/b', titles[1]],
  ]);
});

test('a table without a header says by its name that a comma parts its columns', async () => {
  const { clips } = await importOf('A,https://list.example/a,rope\nB,https://list.example/b,sea\n', 'x.csv');
  expect(clips).toMatchObject([
    { url: 'https://list.example/a', title: 'A' },
    { url: 'https://list.example/b', title: 'B' },
  ]);
});

test.each([
  ['日本語', 'タイトル,URL,タグ,作成日,メモ'],
  ['한국어', '제목,링크,태그,생성일,메모'],
  ['Deutsch', 'Titel;Link;Schlagwörter;Erstellt;Notiz'],
  ['Français', 'Titre,Lien,Mots-clés,Ajouté,Remarque'],
  ['Español', 'Título,Enlace,Etiquetas,Fecha,Nota'],
  ['Русский', 'Название,Ссылка,Теги,Добавлено,Заметка'],
])('columns in %s', async (_language, header) => {
  const row = ['Tau', 'https://list.example/a', 'x', '2024-03-05', 'why'].join(
    header.includes(';') ? ';' : ',',
  );
  const { clips, remarks } = await importOf(`${header}\n${row}\n`, 'x.csv');
  expect(clips).toMatchObject([
    { url: 'https://list.example/a', title: 'Tau', tags: ['x'], note: 'why', savedAt: local(2024, 3, 5) },
  ]);
  expect(remarks).toEqual([]);
});

test.each([
  [
    'a list of addresses',
    '---\ntitle: A\nsource:\n  - https://list.example/a\n  - https://copy.example/a\n---\nText\n',
  ],
  ['tags before the address', '# A\n#rope #sea/charts\n\nhttps://list.example/a\n\nText\n'],
  ['properties in brackets', '# A\n\n(url:: https://list.example/a)\ntags:: #rope\n\nText\n'],
])('a note with %s', async (_name, note) => {
  const { clips } = await importOf(note, 'a.md');
  expect(clips).toMatchObject([{ url: 'https://list.example/a', title: 'A' }]);
});

test('links of a list that are bold or have a tip', async () => {
  const { clips } = await importOf(
    '- [A](https://list.example/a "tip") — one\n- **[B](https://list.example/b)**: two\n- [C](https://list.example/c)\n',
    'list.md',
  );
  expect(clips).toMatchObject([
    { url: 'https://list.example/a', title: 'A', note: 'one' },
    { url: 'https://list.example/b', title: 'B', note: 'two' },
    { url: 'https://list.example/c', title: 'C' },
  ]);
});

test('a page that was starred later than it was saved has the day on which it was saved', async () => {
  const { clips } = await importOf(
    '[{"is_archived":0,"is_starred":1,"url":"https://list.example/a","created_at":"2024-03-05T02:20:30Z","starred_at":"2024-05-01T00:00:00Z"}]',
    'wallabag.json',
  );
  expect(clips).toMatchObject([{ savedAt: Date.UTC(2024, 2, 5, 2, 20, 30), starred: true }]);
});
