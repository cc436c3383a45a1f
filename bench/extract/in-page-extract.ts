import { extractPage } from '../../src/article/extract-page.ts';

export default (): number => extractPage(document).html.length;
