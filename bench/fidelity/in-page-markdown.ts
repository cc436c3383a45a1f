import { articleToMarkdown } from '../../src/markdown/article-to-markdown.ts';

export default articleToMarkdown;
