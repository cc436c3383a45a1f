/** The style of exported files. Its hash stands in their policy; a test says that they fit. */
export const exportStyle = [
  ':root{color-scheme:light dark}',
  'body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:break-word}',
  'h1,h2,h3,h4,h5,h6{line-height:1.3;margin:1.6em 0 .6em}',
  'header{border-bottom:1px solid #8886;margin-bottom:2rem}',
  'header p{font-size:.875rem}',
  'pre{overflow-x:auto;padding:1rem;border:1px solid #8886;border-radius:6px;font-size:.875rem;line-height:1.5;tab-size:4}',
  'code,kbd{font-family:ui-monospace,Menlo,Consolas,monospace}',
  'img{max-width:100%;height:auto}',
  'blockquote,aside{margin:1em 0;padding:.1em 1em;border-left:3px solid #8886}',
  'aside{border-left-color:#c80}',
  'table{border-collapse:collapse;display:block;overflow-x:auto}',
  'th,td{border:1px solid #8886;padding:.3em .6em}',
  'figcaption{font-size:.875rem;text-align:center}',
  'section[data-tab]::before{content:attr(data-tab);font-weight:600}',
  'li[data-task]{list-style:"☐ "}',
  'li[data-task=done]{list-style:"☑ "}',
  'section[data-footnotes]{border-top:1px solid #8886;font-size:.875rem}',
  '[data-math]{font-family:ui-monospace,monospace}',
].join('');

export const exportStyleHash = 'sha256-US0JKvZX1C1KySnGkObo4lJ4cYpmLwE7p76zPJPzOCY=';
