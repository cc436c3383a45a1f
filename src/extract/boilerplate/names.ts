/** Words in class names and ids that generators and themes give to what is not the article. */
const words =
  'comments? commentlist disqus giscus utterances gitalk valine twikoo waline artalk livere sidebar side-bar breadcrumbs? pagination paginator pager page-nav post-nav postnav prevnext prev-next next-prev nav-links post-navigation article-navigation share shares sharing social addtoany sharethis bdsharebuttonbox jiathis related relatedposts recommend recommends recommended recommendation recommendations read-more-posts toc table-of-contents tableofcontents catalog catalogue menubar navbar subscribe subscription newsletter signup sign-up promo promotion cookie cookies gdpr consent popup modal tooltip advert ads adsbygoogle ad-container sponsor sponsors copyright license-block post-license reward donate donation appreciate qrcode qr-code tipping author-card author-box author-info authorbox about-author bio-card profile-card skip-link skip-to-content skiplink edit-page edit-link edit-this-page last-updated lastupdated page-meta page-edit post-footer article-footer article-actions post-actions post-tags article-tags entry-tags tag-list tags-list taglist tagcloud tag-cloud post-meta post-metas post-metadata license-box article-licensing updated-time entry-meta article-meta post-info article-info post-header-meta byline post-stat word-count busuanzi reading-time readtime reading_time page-views view-count back-to-top backtotop gotop go-top scroll-top searchbox search-box search-form searchform footer-nav print-only noprint no-print screen-reader-text sr-only visually-hidden helpful feedback likes like-button vote-box footer-links outline(?!-(?:\\d|text|container)) aside-outline local-nav announcement banner-ad widgets widget recent-posts hot-posts archives-list login on-this-page post-end-tools hidden-print headroom kudos source-toolbox speechify-ignore file-header react-blob-header-edit-and-raw-actions react-line-numbers code-with-filename-file screen-reader-only fork-me-on-github ribbon guide-links page-footer appendix-bottom ltx_authors'.split(
    ' ',
  );
const name = new RegExp(`(?:^|[\\s_-])(?:${words.join('|')})(?=$|[\\s_-])`, 'i');
const exempt =
  /(^|[\s_-])(content|prose|markdown-body|admonition|callout|theme-doc|post-body|highlight)([\s_-]|$)/i;
const says = /(^|[\s_-])(with|has|no|is|show|hide|without)[\s_-]*$/i;

/**
 * `modal-enabled`, `sidebar-closed`: how the page is, of an element that may hold all of it. `sd-sharing-enabled`, with the
 * name of its maker before it, is a part.
 */
const states = /^[_-](?:enabled|disabled|closed|collapsed|open(?:ed)?|ready|aware|position)(?=$|[\s_-])/i;

/** @param named class and id of an element; `has-sidebar` says what an element holds, not what it is */
export function isBoilerplateName(named: string): boolean {
  const kebab = camelToKebab(named);
  const match = name.exec(kebab);
  if (match === null || says.test(kebab.slice(0, match.index))) return false;
  if (/^\s|^(?![_-])/.test(match[0]) && states.test(kebab.slice(match.index + match[0].length))) return false;
  return !exempt.test(kebab.replace(name, ' '));
}

function camelToKebab(named: string): string {
  return named.replace(/([a-z])([A-Z])/g, '$1-$2');
}
