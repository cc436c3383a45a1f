import type { Article, TextBlock } from '../../src/core/clip/article.ts';

const none = { codeBlocks: 0, images: 0, tables: 0, formulas: 0 };

const blocks: readonly TextBlock[] = [
  { kind: 'heading', text: '连接池', level: 2 },
  { kind: 'prose', text: '在 Kubernetes 中，gRPC 的负载均衡需要客户端参与，因为连接是长期保持的。' },
  { kind: 'code', text: 'go tool pprof --nodefraction=0.05\n\tcpu.out', language: 'bash' },
];

/** An article as the extractor gives it, with what the test wants to be different. */
export function makeArticle(changes: Partial<Article> = {}): Article {
  return {
    url: 'https://blog.example.com/2024/grpc',
    canonicalUrl: null,
    title: 'gRPC 负载均衡',
    author: 'Lin',
    publishedAt: '2024-03-01',
    updatedAt: null,
    tags: ['gRPC', 'Kubernetes'],
    language: 'zh-CN',
    siteName: 'Example',
    description: null,
    html: '<h2 data-block="0">连接池</h2><p data-block="1">…</p><pre data-block="2"><code class="language-bash">…</code></pre>',
    blocks,
    images: [],
    measure: { words: 40, readingMinutes: 1, codeBlocks: 1, images: 0, tables: 0, formulas: 0 },
    integrity: {
      extractorVersion: '1',
      rules: [],
      found: { ...none, codeBlocks: 1 },
      kept: { ...none, codeBlocks: 1 },
      restored: none,
      coverage: 0.98,
    },
    ...changes,
  };
}
