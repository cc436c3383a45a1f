/** The repository's README: of the format alone, so that it never changes with the library. */
export const repositoryReadme = `# A Clipshelf library

Web articles, clipped with Clipshelf and synced through this repository.

| path                                 | what                                                               |
| ------------------------------------ | ------------------------------------------------------------------ |
| \`clips/2026-11/<title> <id8>.md\`     | an article: Markdown with front matter. Read it, search it, edit it |
| \`clips/2026-11/index/28.jsonl\`       | one line per clip of that day: id, title, address, tags, path      |
| \`clips/2026-11/data/28/<id>.json\`    | what Markdown cannot hold: times of changes, highlights, versions  |
| \`clips/2026-11/data/28/<id>.*.json\`  | the article's text, exactly, and earlier versions of it            |
| \`assets/\`                            | pictures, named by their SHA-256                                   |
| \`tags.json\`, \`lists.json\`            | names and colours of tags; smart lists and their rules             |
| \`settings.json\`                      | settings that travel                                               |

Dates are those of saving, in UTC. \`cat clips/*/index/*.jsonl | grep …\` lists the library.

What you may change by hand, and Clipshelf takes over with its next sync: \`tags\`, \`title\`, \`author\`, \`published\`, \`note\`,
\`read\` and \`starred\` in the front matter; the article below it (the earlier text becomes a version); a file's name (its
title); a deleted file (its clip is deleted); a new Markdown file under \`clips/\` that names its page (\`url: https://…\` in
its front matter). Leave \`clip:\`, \`data/\` and \`clipshelf.json\` alone.

## 中文

这里是一个 Clipshelf 资料库：用 Clipshelf 剪藏、经由此仓库同步的网页文章。\`clips/年-月/\` 里的 Markdown 可以直接阅读、搜索和修改。
修改文首的 \`tags\`、\`title\`、\`note\`、\`read\`、\`starred\` 或正文、重命名、删除文件，或者在 \`clips/\` 里新建带 \`url:\` 的
Markdown，下次同步时都会生效。\`clip:\`、\`data/\` 和 \`clipshelf.json\` 请保持原样。
`;
