import { existsSync, readdirSync } from 'node:fs';
import type { InlineConfig, Plugin } from 'vite';
import type { Browser } from './manifest.ts';
import { inProject } from './paths.ts';
import { noteBundledPackages } from './third-party.ts';
import { readabilityChoice } from './readability-choice.ts';
import { withoutHtmlSinks } from './without-html-sinks.ts';

export interface BundleOptions {
  readonly browser: Browser;
  /** Readable output with source maps, rebuilt on change. */
  readonly watch: boolean;
  /** Gets the folders of the packages that are bundled. */
  readonly packages: Set<string>;
}

/** The oldest browsers that manifest.json admits. */
const target: Record<Browser, string> = { chrome: 'chrome121', firefox: 'firefox142' };

export function outputFolder(browser: Browser): string {
  return inProject('dist', browser);
}

/** What is built for one browser. */
export function bundlesFor(options: BundleOptions): readonly InlineConfig[] {
  return [
    pages(options, sharingPages()),
    // Each by itself, so that it is one file and not a chain of those it shares: they open cold, under the user's eye.
    ...coldPages.map((name) => coldPage(options, name)),
    background(options),
    inPage(options, 'extract'),
    inPage(options, 'recognize'),
    inPage(options, 'image'),
    inPage(options, 'selection'),
    inPage(options, 'paint'),
    inPage(options, 'part'),
    inPage(options, 'markdown'),
    inPage(options, 'opened'),
    ...(options.browser === 'chrome' ? [inPage(options, 'sandbox')] : []),
    headScript(options, 'src/ui/first-theme.ts', themeScript),
    headScript(options, 'src/pages/store/begin-opening.ts', openingScript),
  ];
}

/** The only page that connects to the web: it fetches the pages that the user chose. */
const connectedPage = 'parser';

/** The manifest's policy lets the parser page fetch; every other page says that it will not. */
const unconnected: Plugin = {
  name: 'unconnected-pages',
  transformIndexHtml: (_html, { path }) =>
    path.includes(`/${connectedPage}/`)
      ? []
      : [
          {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', content: "connect-src 'self'" },
            injectTo: 'head-prepend',
          },
        ],
};

/**
 * Before a page's first paint the user's theme, and before its code the opening of the library that it shows: in one
 * file, since the browser stops at each.
 */
const headScripts: Plugin = {
  name: 'head-scripts',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { path }) => {
      if (path.includes(`/${connectedPage}/`)) return [];
      const file = libraryPages.some((name) => path.includes(`/${name}/`)) ? openingScript : themeScript;
      return [{ tag: 'script', attrs: { src: `/${file}` }, injectTo: 'head-prepend' }];
    },
  },
};

const themeScript = 'theme.js';
const openingScript = 'opening.js';
const libraryPages: readonly string[] = ['popup', 'panel', 'library', 'reader'];

/** What popup and panel import as soon as they run: the browser hears of it from the page, before it has their script. */
const importedEarly: Plugin = {
  name: 'imported-early',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { path, bundle: files = {} }) =>
      /\/(?:popup|panel)\//u.test(path)
        ? Object.values(files)
            .filter((file) => file.type === 'chunk' && file.moduleIds.includes(searchModule))
            .map(({ fileName }) => ({
              tag: 'link',
              attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
              injectTo: 'head',
            }))
        : [],
  },
};

const searchModule = inProject('src/search/index/search.ts');

/** What the toolbar opens, and where users look for what they have. */
const coldPages: readonly string[] = ['popup', 'library'];

function sharingPages(): readonly string[] {
  return pageNames().filter((name) => !coldPages.includes(name));
}

/** Each src/pages/<name>/index.html becomes pages/<name>/index.html with ES modules beside it, shared among `names`. */
function pages(options: BundleOptions, names: readonly string[]): InlineConfig {
  return bundle(options, {
    input: Object.fromEntries(names.map((name) => [name, inProject(`src/pages/${name}/index.html`)])),
    output: {
      entryFileNames: 'assets/[name].js',
      chunkFileNames: 'assets/[name]-[hash].js',
      assetFileNames: 'assets/[name]-[hash][extname]',
    },
  });
}

/** What it loads at once is one file, beside those that are loaded when they are wanted. */
function coldPage(options: BundleOptions, name: string): InlineConfig {
  const config = pages(options, [name]);
  const output = config.build?.rolldownOptions?.output;
  if (output !== undefined && !Array.isArray(output))
    output.codeSplitting = { groups: [{ name: `${name}-first`, tags: ['$initial'] }] };
  return config;
}

export function pageNames(): readonly string[] {
  return readdirSync(inProject('src/pages'))
    .filter((name) => existsSync(inProject(`src/pages/${name}/index.html`)))
    .toSorted();
}

/** One ES file, since a service worker starts faster from one file and cannot import later. */
function background(options: BundleOptions): InlineConfig {
  return bundle(options, {
    input: inProject('src/worker/main.ts'),
    output: { entryFileNames: 'background.js', codeSplitting: false },
  });
}

/** A classic script, since modules run when the page is there. */
function headScript(options: BundleOptions, file: string, name: string): InlineConfig {
  return bundle(options, {
    input: inProject(file),
    output: { format: 'iife', entryFileNames: name, codeSplitting: false },
  });
}

/**
 * A classic script whose completion value is the default export of src/content/<name>.ts, because that is what
 * scripting.executeScript returns; a promise is awaited by the browser.
 */
function inPage(options: BundleOptions, file: string): InlineConfig {
  const name = `clipshelf_${file}`;
  return bundle(options, {
    input: inProject(`src/content/${file}.ts`),
    preserveEntrySignatures: 'strict',
    output: {
      format: 'iife',
      name,
      exports: 'default',
      entryFileNames: `${file}.js`,
      codeSplitting: false,
      postFooter: `${name};`,
    },
  });
}

type Rolldown = NonNullable<NonNullable<InlineConfig['build']>['rolldownOptions']>;

function bundle({ browser, watch, packages }: BundleOptions, rolldownOptions: Rolldown): InlineConfig {
  return {
    configFile: false,
    root: inProject('src'),
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias: { 'sha.js/sha1.js': inProject('src/git/sha1-for-isomorphic-git.ts') } },
    plugins: [
      readabilityChoice(),
      withoutHtmlSinks(),
      unconnected,
      headScripts,
      importedEarly,
      noteBundledPackages(packages),
    ],
    mode: watch ? 'development' : 'production',
    build: {
      outDir: outputFolder(browser),
      emptyOutDir: false,
      target: target[browser],
      minify: watch ? false : 'oxc',
      cssMinify: !watch,
      sourcemap: watch,
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []),
      },
      reportCompressedSize: false,
      watch: watch ? {} : null,
      rolldownOptions,
    },
  };
}
