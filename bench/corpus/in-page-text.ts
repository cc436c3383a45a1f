const inline =
  /^(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|q|ruby|rt|rp|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/i;
const labels = ['data-tab', 'data-callout-title', 'data-file'];
const unread = /^(?:script|style|template|noscript|title)$/i;

/** The text of HTML with a line break at both ends of each block: of what an extractor gives, or of a suite's truth. */
export default (html: string): string => {
  let text = '';
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) text += child.nodeValue ?? '';
      else if (child.nodeType === 1) {
        const element = child as Element;
        if (unread.test(element.tagName)) continue;
        const breaks = !inline.test(element.tagName);
        if (breaks) text += '\n';
        // What article HTML has in attributes is read beside the text.
        for (const name of labels)
          if (element.hasAttribute(name)) text += `${element.getAttribute(name) ?? ''}\n`;
        walk(element);
        if (breaks) text += '\n';
      }
    }
  };
  walk(new DOMParser().parseFromString(html, 'text/html').body);
  return text;
};
