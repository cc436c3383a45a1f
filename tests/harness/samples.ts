export interface SampleArticle {
  /** A folder of tests/samples and, in the browser, the host `<site>.localhost`. */
  readonly site: string;
  readonly path: string;
  /** What wrote, or is imitated by, the markup. */
  readonly generator: string;
  readonly title: string;
  /** What a reader might tag it with. */
  readonly tags: readonly string[];
}

/** The articles of tests/samples: all written for this project, in the markup of the generator they name. */
export const sampleArticles: readonly SampleArticle[] = [
  {
    site: 'yunshan',
    path: '2025/03/18/grpc-load-balancing/',
    generator: 'Hexo NexT',
    title: 'gRPC 在 Kubernetes 里的负载均衡：为什么请求总是落在同一个 Pod 上',
    tags: ['kubernetes', 'gRPC', '负载均衡'],
  },
  {
    site: 'yunshan',
    path: '2025/01/09/time-after/',
    generator: 'Hexo NexT',
    title: '一次 Go 内存泄漏的排查：time.After 与 select',
    tags: ['go', '性能'],
  },
  {
    site: 'paperlane',
    path: 'posts/madv-free/',
    generator: 'Hugo PaperMod',
    title: 'What MADV_FREE does to your memory graphs',
    tags: ['linux', 'memory'],
  },
  {
    site: 'paperlane',
    path: 'posts/coordinated-omission/',
    generator: 'Hugo PaperMod',
    title: 'Coordinated omission, or why your p99 is too good',
    tags: ['latency'],
  },
  {
    site: 'tenlines',
    path: '2023/10/12/a-makefile-that-tells-the-truth.html',
    generator: 'Jekyll',
    title: 'A Makefile that tells the truth',
    tags: ['make', 'build'],
  },
  {
    site: 'qingmang',
    path: 'vue/race.html',
    generator: 'VuePress',
    title: '组件里的竞态：为什么列表显示的是上一次的结果',
    tags: ['vue', '前端'],
  },
  {
    site: 'tidepool',
    path: 'docs/worker/',
    generator: 'Docusaurus',
    title: 'Run the worker',
    tags: ['postgres', 'queue'],
  },
  {
    site: 'flowbook',
    path: 'async/backpressure/',
    generator: 'MkDocs Material',
    title: 'Backpressure',
    tags: ['rust', 'async'],
  },
  {
    site: 'boke',
    path: 'xiaowu/article/details/130708001.html',
    generator: 'CSDN',
    title: 'MySQL 深分页优化：limit 1000000, 10 为什么慢',
    tags: ['mysql', '数据库'],
  },
  {
    site: 'juezhi',
    path: 'post/7410284563218846/',
    generator: 'Juejin',
    title: 'useEffect 的三个坑，我都踩过',
    tags: ['react', '前端'],
  },
  {
    site: 'gongzhong',
    path: 's/redis-replication.html',
    generator: 'WeChat',
    title: 'Redis 主从复制：一次全量同步引发的雪崩',
    tags: ['redis'],
  },
  {
    site: 'okafor',
    path: 'notes/floats.html',
    generator: 'by hand',
    title: 'Notes on comparing floating point numbers',
    tags: ['floating-point'],
  },
];

/** Pages of several posts, each of which is an article of its own. */
export const sampleIndexPages: readonly { readonly site: string; readonly path: string }[] = [
  { site: 'yunshan', path: '' },
  { site: 'paperlane', path: '' },
];
