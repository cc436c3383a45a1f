const words: Readonly<Record<string, string>> = {
  note: 'note default secondary remark remember grey gray purple nota 注意事项 注 备注 笔记',
  info: 'info information primary blue simple pink pageinfo seealso 信息 相关信息',
  tip: 'tip hint tips lightbulb idea 提示 小提示 贴士 技巧',
  success: 'success check done ok green 成功',
  important: 'important key 重要',
  warning: 'warning warn attention yellow orange 注意 警告',
  caution: 'caution 小心 当心',
  danger: 'danger error fatal red fail failure missing bad 危险 错误',
  question: 'question help faq 问题',
  quote: 'quote cite 引用',
  example: 'example experiment 示例 例子',
  bug: 'bug',
  abstract: 'abstract summary tldr 摘要',
  todo: 'todo 待办',
};
const typeOf = new Map<string, string>();
for (const [type, list] of Object.entries(words)) {
  for (const word of list.split(' ')) typeOf.set(word, type);
  typeOf.set(type, type);
}

/** The type of docs/article-html.md that a word of a page stands for; null where it is no type. */
export function calloutType(word: string): string | null {
  return typeOf.get(word.trim().toLowerCase()) ?? null;
}

/** Whether a title says no more than its type does, as generators write by default. */
export function isDefaultTitle(title: string, type: string): boolean {
  const word = title
    .trim()
    .toLowerCase()
    .replace(/[:：!！]$/, '');
  return word === '' || calloutType(word) === type || word === type;
}
