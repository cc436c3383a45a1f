/** What a field of an imported table, object or front matter says of a page. */
export type Role =
  | 'url'
  | 'title'
  | 'tags'
  | 'folder'
  | 'note'
  | 'highlights'
  | 'description'
  | 'author'
  | 'site'
  | 'language'
  | 'saved'
  | 'published'
  | 'read'
  | 'readAt'
  | 'starred'
  | 'state'
  | 'progress'
  | 'content'
  /** Known, and nothing that a clip has. */
  | 'unneeded';

/**
 * The name of a field as it is compared: `dateAdded`, `Date Added`, `date_added` and `Date added?` are one. Names of other
 * scripts are themselves.
 */
export function fieldKey(name: string): string {
  return name
    .slice(0, 200)
    .normalize('NFKC')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[\s_:.\-*?!"]+/g, ' ')
    .trim();
}

/** One map for all sources: what the same thing is called by tools and people, the most certain name first. */
export const fieldNames: Readonly<Record<Role, readonly string[]>> = {
  url: names(
    'html url, url, link, href, uri, source url, article url, page url, original url, web url, full url, resolved url, given url, link url',
    'web address, address, website, webpage, permalink, story permalink, external url, bookmark url, canonical url, canonical, original, original link, source, target url',
    'reference, リンク, アドレス, 링크, 주소, adresse, lien, enlace, dirección, endereço, ссылка, адрес',
    '网址, 链接, 链接地址, 网页网址, 网页链接, 网页地址, 原文链接, 原文地址, 文章链接, 书签地址, 地址, 来源链接, 来源网址, 来源地址, 原文, 来源, 出处, url 地址, 網址, 連結, 來源',
  ),
  title: names(
    'custom title, title, full title, name, page title, article title, document title, resolved title, given title, book title, full name, heading, headline, subject, text title, story title',
    'タイトル, 題名, 제목, titel, titre, título, titulo, название, заголовок',
    '标题, 文章标题, 网页标题, 书签名, 书签名称, 名称, 题目, 標題',
  ),
  tags: names(
    'tags, tag, tag names, user tags, labels, label, keywords, keyword, document tags, manual tags, tag list, topics, categories',
    'タグ, 태그, schlagwörter, schlagworte, étiquettes, mots clés, etiquetas, теги, метки',
    '标签, 关键词, 关键字, 標籤, 话题, 主题',
  ),
  folder: names(
    'folder, folders, collection, collections, folder path, folder name, category, group, notebook, list, lists, path',
    'フォルダ, フォルダー, 폴더, ordner, dossier, carpeta, pasta, папка',
    '文件夹, 目录, 收藏夹, 分类, 分组, 分類, 资料夹',
  ),
  note: names(
    'note, notes, comment, comments, my note, my notes, remark, remarks, memo, annotation, extended, user note',
    'メモ, コメント, ノート, 메모, notiz, notizen, kommentar, remarque, nota, notas, comentario, заметка, заметки, комментарий',
    'custom description, savepage comments, 备注, 备注说明, 笔记, 评论, 我的笔记, 批注, 想法, 備註, 筆記, 注释',
  ),
  highlights: names(
    'highlights, highlight, annotations, annotes, annote, quotes, quote, highlighted text, selection, 高亮, 划线, 标注, 摘抄, 书摘',
  ),
  description: names(
    'description, excerpt, summary, abstract, abstract note, desc, meta description, 説明, 설명, beschreibung, descripción, descrição, описание, 摘要, 描述, 简介, 概要, 说明',
  ),
  author: names(
    'author, authors, creator, creators, byline, by, writer, book author, story authors, 著者, 저자, autor, auteur, автор, 作者, 作家, 署名',
  ),
  site: names(
    'site, site name, publisher, publication title, publication, website title, container title, source title, domain name, domain, hostname, 网站, 站点, 网站名称, 来源网站, 公众号, 站名',
  ),
  language: names('language, lang, locale, 语言'),
  saved: names(
    'saved, date saved, saved at, saved date, saved on, date added, added at, added, added on, add date, time added, clipped, clipped at, bookmarked at, created, created at, create time, created time, creation date, date created, creation time, created on, created date, created when, create date, create, import date, accessed, access date, starred at, starred date',
    '收藏时间, 收藏日期, 添加时间, 添加日期, 保存时间, 创建时间, 创建日期, 创建于, 剪藏时间, 加入时间, 入库时间, 收藏于, 创建, 建立時間',
    '作成日, 作成日時, 追加日, 保存日, 생성일, 추가일, hinzugefügt, erstellt, gespeichert, ajouté, fecha de creación, добавлено, создано',
    '日時, 日付, 날짜, datum, fecha, дата',
    'highlighted at, date, time, timestamp, last interaction date, 时间, 日期',
  ),
  published: names(
    'published, published at, date published, publish date, published date, publication date, published time, published on, pubdate, pub date, issued, 发布时间, 发布日期, 发表时间, 发表日期, 发布于',
  ),
  read: names(
    'read, is read, archived, is archived, done, finished, is archive, archive, 已读, 是否已读, 归档, 已归档, 读完',
  ),
  readAt: names('read at, archived at, finished at, date read, completed at, 已读时间, 归档时间, 读完时间'),
  starred: names(
    'starred, favorite, favourite, favorited, favourited, is starred, is favorite, is favourite, important, star, pinned, liked, 星标, 是否星标, 是否收藏, 标星, 加星, 喜欢, 已加星',
  ),
  state: names('status, state, location, reading status, read status, 状态, 阅读状态, 狀態'),
  progress: names('reading progress, progress, read progress, reading progress percent, 阅读进度'),
  content: names(
    'content, html, content html, story content, full text, text content, body, markdown, article, 正文, 内容, 全文, 文章内容',
  ),
  unneeded: names(
    'id, idx, item id, file id, user id, user name, user email, guid, uuid, key, hash, hashed url, meta, slug, version, type, type code, item type, mime type, mimetype, index, sort order, icon, icon uri, iconuri, favicon, fav icon url, favicon url, cover, cover image, image url, preview image url, web archive snapshot url, shorturl, img, image, thumbnail, preview picture, unread, to read, toread, shared, private, is public, visibility, in queue, seen, check disabled, http status, charset',
    'last modified, date modified, modified, modified at, updated, updated at, user updated time, update time, last update, last moved at, reading time, word count, window id, active, link dir',
  ),
};

function names(...lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(',')).map((name) => name.trim());
}

const roles = new Map<string, Role>();
for (const [role, list] of Object.entries(fieldNames) as [Role, readonly string[]][])
  for (const name of list) if (!roles.has(name)) roles.set(name, role);

/** The role of a name that `fieldKey` gave, or null. */
export function roleOf(key: string): Role | null {
  return roles.get(key) ?? null;
}

/** Names that mean when it was saved only where nothing else does; beside another one, the day it was published. */
export const vagueDates: ReadonlySet<string> = new Set(['date', 'time', 'timestamp', '时间', '日期']);
