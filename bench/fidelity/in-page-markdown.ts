import { articleToMarkdown } from '../../src/formats/markdown/write/article-to-markdown.ts';

export default articleToMarkdown;
