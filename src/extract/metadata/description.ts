import { metaContent } from './meta-content.ts';
import { schemaText, type SchemaNode } from './schema-org.ts';

export function readDescription(head: ParentNode, article: SchemaNode | null): string | null {
  return (
    metaContent(head, ['description', 'og:description', 'twitter:description', 'dc.description']) ??
    schemaText(article?.data['description'])
  );
}
