/** What of this tree could run, fetch or take a name; none in article HTML. */
export function dangers(root: DocumentFragment | HTMLElement): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const name = element.localName;
    const forbidden =
      /^(script|style|iframe|frame|object|embed|link|meta|base|form|input|button|svg|template|video|audio|source)$/;
    const found = forbidden.test(name) ? [`<${name}>`] : [];
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|style|srcset|srcdoc|ping|poster|background|action|^name$|^is$/.test(attribute))
        found.push(attribute);
      const isUrl = /href|src|cite|data$/.test(attribute);
      if (isUrl && !/^(https?:|mailto:|#(clip|fn)-|data:image\/(?!svg))/.test(value))
        found.push(`${attribute}=${value}`);
      if (attribute === 'id' && !/^(clip|fn)-/.test(value)) found.push(`id=${value}`);
    }
    return found;
  });
}
