import { recognizePage } from '../../src/extract/index-page/recognize-page.ts';

/** The page as recognised and the milliseconds that took, warm as a second opening of the popup would be. */
export default (): object => {
  const start = performance.now();
  const page = recognizePage(document);
  return { page, milliseconds: performance.now() - start };
};
