import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An extension whose popup opens a database and shows 20 rows of it: what no popup with a list can be faster than. */
export async function makeReadingExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clipshelf-reading-'));
  const manifest = {
    manifest_version: 3,
    name: 'Reading',
    version: '1',
    action: { default_popup: 'reading.html' },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(
    join(folder, 'reading.html'),
    '<!doctype html><meta charset="utf-8"><title>Reading</title><style>body{width:400px;height:500px}</style>' +
      '<input><ul></ul><script src="reading.js"></script>',
  );
  await writeFile(join(folder, 'reading.js'), script);
  return folder;
}

const script = `
const request = indexedDB.open('rows', 1);
request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'id' });
request.onsuccess = () => {
  const rows = request.result.transaction('rows').objectStore('rows').getAll(null, 20);
  rows.onsuccess = () => {
    for (const { title } of rows.result) {
      const item = document.createElement('li');
      item.className = 'clip-row';
      item.textContent = title;
      document.querySelector('ul').append(item);
    }
    globalThis.felt = performance.now();
  };
};
`;
