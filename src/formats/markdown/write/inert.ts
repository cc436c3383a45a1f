/**
 * What Markdown passes on as it is (formulas, HTML, names in fences) must not become more than the article showed,
 * whoever renders it: raw HTML allowed, formulas and front matter not known, what the page wrote hostile.
 */

/** LaTeX in which no renderer without formulas finds a tag, a picture or a link: with spaces that mean nothing to LaTeX. */
export function inertLatex(latex: string): string {
  return (
    latex
      .trim()
      .replace(/<(?=[a-z/!?]|$)/gi, '< ')
      .replace(/\](?=[([:])/g, '] ')
      // Nor the fence of a block of code.
      .replace(/(``|~~)(?=[`~])/g, '$1 ')
  );
}

/** A text as a JSON string, which is YAML too, and which a renderer without front matter shows as text. */
export function inertYaml(value: string): string {
  const coded = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replaceAll(/[<`\u0085\u2028\u2029]|\](?=[([:])/g, coded);
}

/** The name of a language as a fence may have it. */
export function fenceName(name: string): string {
  return name.replaceAll(/[\s`<>&\\[\]]/g, '');
}

const textEscapes = /[&<>"'`*_~$|!:#\\[\]\n\r]|=(?==)/g;
const attributeEscapes = /[&<>"'`\\[\]*_\n\r]/g;

/** An element as HTML on one line, in whose texts and attributes Markdown finds nothing: each sign is an entity. */
export function inertHtml(element: Element): string {
  const content = [...element.childNodes].map((child) => {
    if (child instanceof Element) return inertHtml(child);
    return child instanceof Text ? child.data.replaceAll(textEscapes, entity) : '';
  });
  const name = element.localName;
  return voids.has(name) ? openTag(element) : `${openTag(element)}${content.join('')}</${name}>`;
}

const voids = new Set(['br', 'hr', 'img']);

export function openTag(element: Element): string {
  const attributes = [...element.attributes].map(({ name, value }) => htmlAttribute(name, value));
  return `<${element.localName}${attributes.join('')}>`;
}

export function htmlAttribute(name: string, value: string): string {
  return ` ${name}="${value.replaceAll(attributeEscapes, entity)}"`;
}

function entity(sign: string): string {
  return `&#${String(sign.charCodeAt(0))};`;
}
