import type { HighlightColor } from '../../core/highlight/highlight.ts';
import type { Values } from './filter-readers.ts';
import type { ClipPart, QueryScope, QuerySort } from './query.ts';

// What the values of filters are called, in both languages; the first name is the one to offer.

export const has: Values<ClipPart> = {
  code: ['code', '代码'],
  image: ['image', '图片', 'images', 'img'],
  math: ['math', '公式', 'formula'],
  note: ['note', '笔记', 'notes'],
  highlight: ['highlight', '高亮', 'highlights'],
};

export const scopes: Values<QueryScope> = {
  title: ['title', '标题'],
  code: ['code', '代码'],
  notes: ['notes', '笔记', 'note'],
  highlights: ['highlights', '高亮', 'highlight'],
};

export const sorts: Values<QuerySort> = {
  relevance: ['relevance', '相关'],
  newest: ['newest', '最新', 'new', 'date'],
  oldest: ['oldest', '最早', 'old'],
  published: ['published', '发布'],
  longest: ['longest', '最长'],
  shortest: ['shortest', '最短'],
  title: ['title', '标题'],
};

export const colors: Values<HighlightColor> = {
  yellow: ['yellow', '黄色', '黄'],
  green: ['green', '绿色', '绿'],
  blue: ['blue', '蓝色', '蓝'],
  pink: ['pink', '粉色', '粉'],
  purple: ['purple', '紫色', '紫'],
};
