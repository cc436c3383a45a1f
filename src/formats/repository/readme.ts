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
| \`settings.json\`, \`reading.json\`    | settings that travel; where you are in articles that you began     |

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

/** The one of an encrypted repository: it tells what this is, and nothing of what is in it. */
export const encryptedReadme = `# An encrypted Clipshelf library

Web articles, clipped with Clipshelf and synced through this repository. Contents and names of all files but this one and
\`clipshelf.json\` are encrypted with a passphrase. Without it nobody can read them: not the host, not the makers of Clipshelf.

To read it: Clipshelf, Settings, Sync. Enter the address of this repository, and the passphrase when you are asked.

\`clipshelf.json\` says how the passphrase becomes a key (PBKDF2) and how files are encrypted (AES-256-GCM). Please change nothing by hand.

## 中文

这里是一个加密的 Clipshelf 资料库。除本文件和 \`clipshelf.json\` 以外，所有文件的内容和文件名都用密码短语加密，没有它谁也读不了。
要阅读：在 Clipshelf 的“设置 → 同步”中填入本仓库的地址，再按提示输入密码短语。请不要手动修改这里的文件。
`;
