const label =
  /^\s*(?:(?:文章|本文|博文)?作者|原作者|撰文|撰稿人?|作者名|文|发布者|(?:(?:posted|written|published|created|words|article)\s*)?by|authors?)\s*(?:[:：/|丨]|\s|$)\s*/i;

const noName =
  /^https?:|^(?:true|false|null|undefined|authors?|作者|关于作者|about.*|admin|administrator|anonymous|匿名|佚名|unknown|guest|root|me|the .*|your name|example.*|关注|原创|转载|theme|jekyll.*|hexo|hugo|wordpress.*|all rights.*|individual .*contributors.*|.*版权所有.*|.*公司.*)$|[:：{}<>©]|^[\d\s./-]+$/i;

/** A name without its label; null for what is no name. */
export function cleanName(text: string): string | null {
  const name = text
    .replace(label, '')
    .replace(/^@(?=\w)/, '')
    .split(/[|·•丨，]|,\s|\son\s|\s发[布表]|\s(?:19|20)\d{2}\b/, 1)[0]
    ?.trim();
  return name === undefined || name === '' || name.length > 60 || noName.test(name) ? null : name;
}
