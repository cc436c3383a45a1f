import sqlite3InitModule, { type Database } from '@sqlite.org/sqlite-wasm';
import { allTokens, queryTokens } from '../engines/tokens.ts';

export type Command =
  | { readonly kind: 'add'; readonly texts: readonly { id: string; title: string; text: string }[] }
  | { readonly kind: 'find'; readonly query: string; readonly limit: number }
  | { readonly kind: 'size' };

let opened: Promise<Database> | null = null;

/** FTS5 over our tokens, joined by spaces: its own tokenizers do not know Chinese. */
async function open(): Promise<Database> {
  const sqlite = await sqlite3InitModule();
  const pool = await sqlite.installOpfsSAHPoolVfs({});
  const database = new pool.OpfsSAHPoolDb('/search.sqlite');
  database.exec(`
    pragma journal_mode = truncate; pragma cache_size = -8000;
    create table if not exists ids (rowid integer primary key, id text);
    create virtual table if not exists texts using fts5(
      title, text, content = '', detail = full, tokenize = "unicode61 remove_diacritics 0 tokenchars '_.+#:/-'"
    );`);
  return database;
}

function match(query: string): string {
  const tokens = queryTokens(query);
  return tokens
    .map(
      (token, i) =>
        `"${token.replaceAll('"', '')}"${i === tokens.length - 1 && !query.endsWith(' ') ? '*' : ''}`,
    )
    .join(' AND ');
}

async function run(command: Command): Promise<unknown> {
  opened ??= open();
  const database = await opened;
  if (command.kind === 'add') {
    database.transaction(() => {
      for (const { id, title, text } of command.texts) {
        database.exec({ sql: 'insert into ids (id) values (?)', bind: [id] });
        database.exec({
          sql: 'insert into texts (rowid, title, text) values (last_insert_rowid(), ?, ?)',
          bind: [allTokens(title).join(' '), allTokens(text).join(' ')],
        });
      }
    });
    return null;
  }
  if (command.kind === 'size') {
    return database.selectValue('select page_count * page_size from pragma_page_count, pragma_page_size');
  }
  const expression = match(command.query);
  if (expression === '') return [];
  return database.selectValues(
    `select ids.id from texts join ids on ids.rowid = texts.rowid
     where texts match ? order by bm25(texts, 4.0, 1.0) limit ?`,
    [expression, command.limit],
  );
}

async function reply(at: number, command: Command): Promise<void> {
  try {
    postMessage({ at, value: await run(command) });
  } catch (error) {
    postMessage({ at, error: String(error) });
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<{ at: number; command: Command }>) => {
  void reply(data.at, data.command);
});
