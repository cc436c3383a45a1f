import type { TextBlock } from '../../src/domain/clip/article.ts';
import type { Clip, ClipBody } from '../../src/domain/clip/clip.ts';
import type { TagRow } from '../../src/domain/tag/tag.ts';

/** Repeatable pseudo-random numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const subjects = [
  'gRPC 负载均衡',
  'Kubernetes 网络策略',
  'Redis 主从复制',
  'PostgreSQL 查询计划',
  'The cost of a goroutine leak',
  'Profiling a slow React list',
  'Rust 生命周期',
  'A tour of io_uring',
  'Linux 内存回收',
  'Understanding TCP backpressure',
  'TypeScript 的类型收窄',
  'Docker 镜像瘦身',
  'Writing a parser by hand',
  '一致性哈希的实现',
];
const angles = [
  '从零开始',
  '踩坑记录',
  'in practice',
  '源码分析',
  'explained',
  '的原理与实践',
  'at scale',
  '笔记',
];
const sites = [
  'blog.example.com',
  'notes.lanhai.dev',
  'engineering.example.org',
  'www.cnblogs.example',
  'docs.example.io',
  'juejin.example',
  'dev.example.net',
];
const tags = [
  'Go',
  'lang/go',
  'lang/rust',
  'lang/typescript',
  'Kubernetes',
  'k8s',
  '网络',
  '数据库',
  'db/redis',
  'db/postgres',
  'Linux',
  '性能',
  'frontend',
  '前端',
  'golang',
  'read later',
];
const languages = ['go', 'bash', 'typescript', 'rust', 'sql', 'yaml', 'python'];
const sentences = [
  '连接是长期保持的，所以新的副本上线之后，旧的客户端不会自动发现它。',
  'The scheduler hands the goroutine to another thread as soon as the system call blocks.',
  '这里最容易忽略的一点是超时：context.WithTimeout 必须一直传到最底层。',
  'Every write goes through the log first; the table is only a cache of it.',
  '换句话说，瓶颈不在 CPU，而在内存带宽。',
  'We measured it on a quiet machine, ten runs each, and show the median.',
];
const codes: Readonly<Record<string, string>> = {
  go: 'ctx, cancel := context.WithTimeout(ctx, 3*time.Second)\ndefer cancel()\n\nconn, err := grpc.NewClient(target,\n\tgrpc.WithDefaultServiceConfig(`{"loadBalancingConfig":[{"round_robin":{}}]}`),\n)\nif err != nil {\n\treturn fmt.Errorf("dial %s: %w", target, err)\n}',
  bash: 'kubectl get pods -n kube-system -o wide\nkubectl rollout restart deployment/api',
  typescript:
    'export function isDefined<T>(value: T | undefined): value is T {\n  return value !== undefined;\n}',
  rust: "fn longest<'a>(a: &'a str, b: &'a str) -> &'a str {\n    if a.len() > b.len() { a } else { b }\n}",
  sql: "EXPLAIN (ANALYZE, BUFFERS)\nSELECT id, title FROM clips WHERE saved_at > now() - interval '7 days';",
  yaml: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: api\nspec:\n  clusterIP: None',
  python:
    'def chunks(items, size):\n    for start in range(0, len(items), size):\n        yield items[start:start + size]',
};

export interface MadeShelf {
  readonly clips: readonly Clip[];
  readonly bodies: readonly ClipBody[];
  readonly tags: readonly TagRow[];
}

const day = 86_400_000;

/** A shelf of `count` clips, the same for the same count; `blocks` prose and code blocks each. `now` is epoch ms. */
export function makeShelf(count: number, now: number, blocks = 12): MadeShelf {
  const random = randomFrom(count + 1);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const made = Array.from({ length: count }, (_, index) => makeOne(index, now, blocks, { random, pick }));
  return {
    clips: made.map(({ clip }) => clip),
    bodies: made.map(({ body }) => body),
    tags: tags.map((label, index) => ({
      key: label.toLowerCase(),
      label,
      usedAt: now - index * day,
      color: index === 4 ? 'blue' : null,
    })),
  };
}

interface Chance {
  readonly random: () => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
}

function makeOne(index: number, now: number, blocks: number, { random, pick }: Chance) {
  const id = `clip-${String(index).padStart(6, '0')}`;
  const site = pick(sites);
  const title = `${pick(subjects)} ${pick(angles)} ${index}`;
  const text: TextBlock[] = [{ kind: 'heading', text: pick(subjects), level: 2 }];
  for (let place = 1; place < blocks; place += 1) {
    if (place % 4 === 2) {
      const language = pick(languages);
      text.push({ kind: 'code', text: codes[language] ?? '', language });
    } else text.push({ kind: 'prose', text: `${pick(sentences)} ${pick(sentences)}` });
  }
  const codeLanguages = [
    ...new Set(
      text.flatMap((block) => (block.kind === 'code' && block.language !== null ? [block.language] : [])),
    ),
  ];
  const codeBlocks = text.filter((block) => block.kind === 'code').length;
  const savedAt = now - Math.floor((index + random()) * 0.2 * day) - 3_600_000;
  const clip: Clip = {
    id,
    url: `https://${site}/${index}`,
    urlKey: `https://${site}/${index}`,
    title,
    site: site.replace(/^www\./, ''),
    siteName: null,
    author: pick(['Lin', 'Ada', '陈默', null]),
    publishedAt: new Date(savedAt - 30 * day).toISOString().slice(0, 10),
    language: /\p{Script=Han}/u.test(title) ? 'zh-CN' : 'en',
    excerpt: pick(sentences),
    tags: [...new Set([pick(tags), pick(tags), pick(tags)].map((tag) => tag.toLowerCase()))].slice(
      0,
      1 + (index % 3),
    ),
    note: '',
    savedAt,
    updatedAt: savedAt,
    words: 300 + Math.floor(random() * 4000),
    readingMinutes: 1 + Math.floor(random() * 15),
    codeBlocks,
    images: index % 3,
    formulas: 0,
    codeLanguages,
    coverage: 0.98,
    readAt: random() < 0.3 ? savedAt + day : null,
    starred: random() < 0.1,
    trashedAt: null,
  };
  const none = { codeBlocks: 0, images: 0, tables: 0, formulas: 0 };
  const body: ClipBody = {
    clipId: id,
    html: text.map(blockHtml).join('\n'),
    blocks: text,
    integrity: {
      extractorVersion: '1',
      rules: [],
      found: { ...none, codeBlocks },
      kept: { ...none, codeBlocks },
      restored: none,
      coverage: 0.98,
    },
    description: null,
    pageTags: [],
    images: [],
    pageUpdatedAt: null,
  };
  return { clip, body };
}

function blockHtml(block: TextBlock, index: number): string {
  const text = block.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  if (block.kind === 'heading') return `<h2 id="clip-${index}" data-block="${index}">${text}</h2>`;
  if (block.kind === 'code')
    return `<pre data-block="${index}"><code class="language-${block.language ?? ''}">${text}</code></pre>`;
  return `<p data-block="${index}">${text}</p>`;
}
