import { create, insertMultiple, load, save, search, type AnyOrama } from '@orama/orama';
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { Saved } from '../corpus/library.ts';
import type { Engine } from '../engines/engine.ts';
import { addRows, getValue, openRows, putValue, showRows, textOf } from '../engines/library-rows.ts';
import { allTokens, queryTokens, Tokenizer } from '../engines/tokens.ts';

interface InMemory {
  readonly add: (clips: readonly Saved[]) => Promise<void> | void;
  readonly export: () => Promise<string>;
  readonly import: (stored: string) => Promise<void> | void;
  readonly find: (query: string, limit: number) => Promise<readonly string[]> | readonly string[];
}

/** An engine that lives in memory and is stored whole in IndexedDB, as one string. */
function stored(engine: InMemory): Engine {
  let database: IDBDatabase;
  return {
    async open() {
      database = await openRows();
      const value = await getValue(database, 'index');
      if (typeof value === 'string') await engine.import(value);
    },
    async add(clips) {
      database ??= await openRows();
      await addRows(database, clips);
      await engine.add(clips);
    },
    async finish() {
      await putValue(database, 'index', await engine.export());
    },
    async answer(query, limit) {
      return await showRows(database, await engine.find(query, limit), query);
    },
    async indexBytes() {
      const value = await getValue(database, 'index');
      return typeof value === 'string' ? new TextEncoder().encode(value).length : null;
    },
    addOne: null,
  };
}

export function minisearch(): Engine {
  const options = {
    fields: ['title', 'text'],
    tokenize: allTokens,
    processTerm: (term: string) => term,
    searchOptions: { tokenize: queryTokens, boost: { title: 4 }, combineWith: 'AND' as const },
  };
  let index = new MiniSearch(options);
  return stored({
    add(clips) {
      index.addAll(
        clips.map((saved) => ({ id: saved.clip.id, title: saved.clip.title, text: textOf(saved) })),
      );
    },
    export: () => Promise.resolve(JSON.stringify(index)),
    async import(value) {
      index = await MiniSearch.loadJSONAsync(value, options);
    },
    find(query, limit) {
      const last = queryTokens(query).at(-1);
      const found = index.search(query, {
        prefix: (term) => term === last && !query.endsWith(' '),
        fuzzy: (term) => (/^[a-z]{5,}$/u.test(term) ? (term.length >= 9 ? 2 : 1) : false),
      });
      return found.slice(0, limit).map(({ id }) => String(id));
    },
  });
}

export function flexsearch(): Engine {
  const tokenizer = new Tokenizer();
  const index = new Index({ encode: tokenizer.tokenize, tokenize: 'strict', resolution: 9 });
  return stored({
    add(clips) {
      for (const saved of clips) index.add(saved.clip.id, textOf(saved));
    },
    async export() {
      const parts: [string, string][] = [];
      await Promise.resolve(
        index.export((key: string, data: string) => {
          parts.push([key, data]);
        }),
      );
      return JSON.stringify(parts);
    },
    import(value) {
      for (const [key, data] of JSON.parse(value) as [string, string][]) index.import(key, data);
    },
    find: (query, limit) => (tokenizer.asking(() => index.search(query, { limit })) as string[]).map(String),
  });
}

export function orama(): Engine {
  const tokens = new Tokenizer();
  const tokenizer = { language: 'english', normalizationCache: new Map(), tokenize: tokens.tokenize };
  const make = (): AnyOrama =>
    create({ schema: { title: 'string', text: 'string' } as const, components: { tokenizer } });
  let index = make();
  return stored({
    async add(clips) {
      await insertMultiple(
        index,
        clips.map((saved) => ({ id: saved.clip.id, title: saved.clip.title, text: textOf(saved) })),
      );
    },
    export: () => Promise.resolve(JSON.stringify(save(index))),
    import(value) {
      index = make();
      load(index, JSON.parse(value) as Parameters<typeof load>[1]);
    },
    async find(query, limit) {
      const term = query.replaceAll('"', '');
      const { hits } = await tokens.asking(() =>
        Promise.resolve(search(index, { term, limit, threshold: 0, boost: { title: 4 } })),
      );
      return hits.map(({ id }) => id);
    },
  });
}
