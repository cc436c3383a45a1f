import { expect, test } from 'vitest';
import { importRoot } from '../../../src/extract/copy/import-root.ts';

const tokens = '<mi mathvariant="bold">x</mi><mo>+</mo>'.repeat(1_500);
const page = (formula: string): Document =>
  new DOMParser().parseFromString(
    `<body><form><input name="firstChild"><input name="parentElement"><p class="a">before ${formula} after<!-- c --></p></form><template><b>t</b></template></body>`,
    'text/html',
  );

test.each([
  ['a short formula', '<math><mi>x</mi></math>'],
  ['a formula of thousands of tokens', `<math display="block"><mrow>${tokens}</mrow></math>`],
  [
    'HTML within such a formula',
    `<math><mrow>${tokens}</mrow><semantics><mtext>if <b>so</b></mtext><annotation encoding="application/x-tex">x+</annotation></semantics></math>`,
  ],
])('copies %s with all that is round it', (_, formula) => {
  const { documentElement } = page(formula);
  const copy = importRoot(documentElement, document.implementation.createHTMLDocument(''));
  expect(copy.outerHTML).toBe(documentElement.outerHTML);
  expect(copy.getElementsByTagName('*')).toHaveLength(documentElement.getElementsByTagName('*').length);
  expect(copy.querySelector('math')?.localName).toBe('math');
});

test('of a long formula makes elements of which the browser lays no rows', () => {
  const { documentElement } = page(`<math><mrow>${tokens}</mrow></math>`);
  const copy = importRoot(documentElement, document.implementation.createHTMLDocument(''));
  expect([...copy.querySelectorAll('math, math *')].some((each) => each instanceof MathMLElement)).toBe(
    false,
  );
});
