const label =
  /^\s*(?:(?:文章|本文|博文)?作者|原作者|撰文|撰稿人?|作者名|文|发布者|著者|執筆者?|글쓴이|작성자|autor(?:in|a)?|auteur|autore|автор|(?:posted|written|published|created|words|article)?\s*by|authors?)\s*(?:[:：/|丨]|\s|$)\s*/iu;

/** What stands where names stand and is none: placeholders, roles, rights, and what made the page. */
const noName =
  /^https?:|^(?:true|false|null|undefined|none|n\/a|authors?|作者|关于作者|about.*|admin|administrator|anonymous|匿名|佚名|unknown|guest|root|me|j(?:ohn|ane) doe|the .*|(?:your|my) (?:name|project|site|blog|company|organi[sz]ation).*|your[- ]?name|example.*|lorem ipsum.*|关注|原创|转载|theme|themes|(?:jekyll|hexo|hugo|wordpress|doxygen|sphinx|docusaurus|vitepress|vuepress|mkdocs|pelican|gatsby|astro|ghost)(?:\s+(?:v?\d[\d.]*|themes?\b.*))?|(?:powered|built|made|generated|designed|created|hosted|published|g[eé]n[eé]r[eé]|erstellt|hecho|сделано)\s+(?:by|with|using|on|avec|mit|con|с)\b.*|all rights.*|individual .*contributors.*|.*版权所有.*|.*公司.*|.*\bsource code\b.*)$|[:：{}<>©#]|^[\d\s./-]+$/i;

/** Characters that are looked at: a name with its label and what follows it on the line. */
const longest = 300;

/** A name without its label; null for what is no name. */
export function cleanName(text: string): string | null {
  const name = text
    .trim()
    .slice(0, longest)
    .replace(label, '')
    .replace(/^@(?=\w)/, '')
    .split(/\s*(?:[|·•丨，]|,\s|\son\s|\s+发[布表]|\s+(?:19|20)\d{2}\b)/, 1)[0]
    ?.trim();
  if (name === undefined || name === '' || name.length > 60 || noName.test(name)) return null;
  // A heading's "15. Authentication", a row of single letters.
  if (!/\p{L}/u.test(name) || /^\d+\.\s/.test(name) || /^(?:\p{L}\s+){3,}\p{L}$/u.test(name)) return null;
  return name;
}
