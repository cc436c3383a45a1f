/** A post as its author wrote it; the themes make pages of it. */
export interface Post {
  readonly path: string;
  readonly title: string;
  readonly date: string;
  readonly excerpt: string;
  readonly paragraphs: readonly string[];
  readonly language: string;
  readonly code: string;
}

const zhTopics = [
  ['连接池的大小', 'go', 'pool.SetMaxOpenConns(16)\n\tpool.SetMaxIdleConns(4)'],
  ['从慢查询说起', 'sql', 'EXPLAIN ANALYZE\nSELECT id FROM clips WHERE site = $1;'],
  ['编码的历史：从 GBK 到 UTF-8', 'python', "text.encode('gb18030')\n\n# 空行要留着"],
  ['用 pprof 找内存泄漏', 'bash', 'go tool pprof --nodefraction=0.05 \\\n\theap.out'],
  ['换了一个地址的文章', 'yaml', 'redirect:\n  from: /old/\n  to: /new/'],
  ['Kubernetes 的就绪探针', 'yaml', 'readinessProbe:\n  httpGet:\n    path: /ready'],
  ['写一个小解析器', 'rust', 'fn parse(input: &str) -> Option<&str> {\n    None\n}'],
  ['事务隔离级别', 'sql', 'SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;'],
  ['浏览器怎样排版', 'css', '.post { contain: layout; }'],
  ['缓存失效的三种办法', 'typescript', 'cache.delete(key);\n\ncache.set(key, value);'],
  ['日志该写什么', 'json', '{"level": "info",\n "at": 1}'],
  ['一次线上故障', 'bash', 'journalctl -u api \\\n  --since "10 min ago"'],
] as const;

const enTopics = [
  ['Why connection pools stall', 'go', 'db.SetConnMaxLifetime(0)\n\n\tdb.Ping()'],
  ['A page that is gone', 'bash', 'curl -I https://example.com/gone\n# 404'],
  ['Retries with jitter', 'python', 'delay = min(cap, base * 2 ** attempt)\n\treturn delay'],
  ['The slowest page on this site', 'bash', 'time curl -s https://example.com > /dev/null'],
  ['Rendered by a script', 'javascript', "document.body.append('late');\n\n// and a blank line"],
  ['Makefiles want tabs', 'makefile', 'build: main.o\n\tcc -o build main.o'],
  ['Reading a flame graph', 'bash', 'perf record -g -- ./server'],
  ['Small services, large queues', 'yaml', 'queue:\n  depth: 1000'],
] as const;

const zhText = [
  '这是一篇写给开发者的文章，从一个具体的问题出发，先说现象，再看原因，最后给出做法和代价。',
  '线上跑了半年之后，我们发现请求的延迟每天下午都会升高，监控里却看不出哪里不对，于是决定从头测一遍。',
  '测量的方法很简单：固定并发，逐步增加连接数，记下每一步的吞吐和延迟，直到曲线不再上升为止。',
];

const enText = [
  'This post starts from one concrete problem, looks at what was seen, then at why, and ends with what was done about it and what that cost.',
  'After half a year in production the latency rose every afternoon, and nothing on the dashboards said why, so everything was measured again.',
  'The method is plain: a fixed load, one more connection at a time, and the throughput written down at each step until the curve is flat.',
];

function makePosts(
  topics: readonly (readonly [string, string, string])[],
  text: readonly string[],
  pathOf: (number: number) => string,
): readonly Post[] {
  return topics.map(([title, language, code], index) => ({
    path: pathOf(index + 1),
    title,
    language,
    code,
    date: `2024-${String(12 - index).padStart(2, '0')}-03`,
    excerpt: text[0] ?? '',
    paragraphs: text.map((paragraph) => `${paragraph}（${title}）`),
  }));
}

export const zhPosts = makePosts(zhTopics, zhText, (number) => `/2024/post-${String(number)}/`);
export const enPosts = makePosts(enTopics, enText, (number) => `/posts/post-${String(number)}/`);

/** More of the same, for measurements. */
export function manyPosts(count: number): readonly Post[] {
  return makePosts(
    Array.from({ length: count }, (_each, index) => {
      const [title, language, code] = enTopics[index % enTopics.length] ?? enTopics[0];
      return [`${title} (${String(index + 1)})`, language, code] as const;
    }),
    Array.from({ length: 10 }, () => enText).flat(),
    (number) => `/posts/post-${String(number)}/`,
  );
}
