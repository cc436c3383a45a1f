import { type Metas, metaContent } from './meta-content.ts';
import { schemaText, type SchemaNode } from './schema-org.ts';

export function readDescription(metas: Metas, article: SchemaNode | null): string | null {
  return (
    metaContent(metas, ['description', 'og:description', 'twitter:description', 'dc.description']) ??
    schemaText(article?.data['description'])
  );
}
