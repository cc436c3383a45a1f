import { extractPage } from '../../src/extract/extract-page.ts';

export default (): number => extractPage(document).html.length;
