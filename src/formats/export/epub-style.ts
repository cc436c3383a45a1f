/** The style of exported books: the reading program sets face and size; code wraps, since no book scrolls sideways. */
export const epubStyle = [
  'body{line-height:1.6;overflow-wrap:break-word}',
  'h1,h2,h3,h4,h5,h6{line-height:1.3;break-after:avoid}',
  '.source{font-size:.85em}',
  'pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8em;line-height:1.45;padding:.6em;border:1px solid #8888;tab-size:2}',
  'code,kbd{font-family:monospace}',
  'img{max-width:100%;height:auto}',
  'blockquote,aside{margin:1em 0;padding:0 1em;border-left:3px solid #8888}',
  'table{border-collapse:collapse;font-size:.85em}',
  'th,td{border:1px solid #8888;padding:.2em .4em;vertical-align:top}',
  '.left{text-align:left}.center{text-align:center}.right{text-align:right}',
  'figcaption,.notes{font-size:.85em}',
  '.tab{font-weight:bold}',
  'mark{color:inherit;background:#fe9}',
  'mark.green{background:#bea}mark.blue{background:#bdf}mark.pink{background:#fcd}mark.purple{background:#dcf}',
].join('\n');
