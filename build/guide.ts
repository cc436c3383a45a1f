import { readFileSync, readdirSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { inProject } from './paths.ts';

/** The languages of docs/guide, by the locale of the interface that leads to them. */
export const guideLanguages = { en: 'en', zh_CN: 'zh-CN' } as const;

export interface Chapter {
  readonly file: string;
  readonly text: string;
}

/** The chapters of the guide in one language, in order. */
export function guideChapters(language: string): readonly Chapter[] {
  const folder = inProject('docs/guide', language);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(`${folder}/${file}`, 'utf8') }));
}

/** The guide as one page without scripts, which the extension brings along and shows without asking the web. */
export function guidePage(language: string): string {
  // The texts are ours: `<kbd>` in them is meant.
  const markdown = new MarkdownIt({ html: true });
  const chapters = guideChapters(language).map(({ file, text }) => ({
    id: chapterId(file),
    title: /^# (.*)$/m.exec(text)?.[1] ?? file,
    html: markdown.render(text),
  }));
  const links = chapters.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join('');
  const parts = chapters.map(
    ({ id, html }) => `<section id="${id}">${withOwnLinks(html, language)}</section>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Clipshelf</title>
<link rel="icon" href="../icons/32.png">
<link rel="stylesheet" href="./guide.css">
</head>
<body>
<nav><ul>${links}</ul></nav>
<main>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

/** `2-clip.md` is the part `clip` of the page. */
function chapterId(file: string): string {
  return file.replace(/^\d+-|\.md$/g, '');
}

/**
 * Links to other chapters lead down the page; pictures lie in a folder named like the language. What lies beside the guide
 * in the repository is not in the package.
 */
function withOwnLinks(html: string, language: string): string {
  return html
    .replaceAll('<img src="images/', `<img loading="lazy" src="${language}/`)
    .replaceAll(/<a href="\.\.\/[^"]*">(.*?)<\/a>/g, '$1')
    .replaceAll(/<a href="(\d+-\w+\.md)">/g, (_, file: string) => `<a href="#${chapterId(file)}">`);
}
