import { isInertSvg } from './media/inert-svg.ts';

/** The elements of article HTML (docs/article-html.md), in one list for the extractor and the sanitiser. */
export const tags =
  'h1 h2 h3 h4 h5 h6 p blockquote ul ol li dl dt dd hr figure figcaption details summary a em strong del ins mark sub sup kbd abbr q cite ruby rt rp br small time code pre div section aside span table caption thead tbody tr th td img math mrow mi mo mn ms mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mtable mtr mtd mstyle mpadded mphantom menclose semantics'.split(
    ' ',
  );
const data =
  'guessed file lines tabs tab callout callout-title task math footnote footnote-ref footnotes diagram embed block'.split(
    ' ',
  );
/** Their attributes. */
export const attributes = [
  ...data.map((name) => `data-${name}`),
  ...'href title start reversed open datetime class id align colspan rowspan src alt width height display mathvariant'.split(
    ' ',
  ),
];

/** What an attribute's value must look like: one list for both, since an address is not the same thing everywhere. */
const allowedValue: Readonly<Record<string, RegExp>> = {
  src: /^(?:https?:|clip-image:|data:image\/(?!svg)|data:image\/svg\+xml;base64,)/i,
  href: /^(?:https?:|mailto:|#(?:clip|fn)-)/i,
  id: /^(?:clip|fn)-\S+$/,
};

/** Whether an attribute may have a value: what the pattern cannot tell, the drawing in an address, is looked into. */
export function isAllowedValue(name: string, value: string): boolean {
  if (allowedValue[name]?.test(value) === false) return false;
  return name !== 'src' || !/^data:image\/svg/i.test(value) || isInertSvg(value);
}
