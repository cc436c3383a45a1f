import { metaContent } from './meta-content.ts';
import { schemaText, type SchemaNode } from './schema-org.ts';

export function readDescription(document: Document, article: SchemaNode | null): string | null {
  return (
    metaContent(document, ['description', 'og:description', 'twitter:description', 'dc.description']) ??
    schemaText(article?.data['description'])
  );
}
