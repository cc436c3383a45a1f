/** What made clips are made of: Chinese and English, prose and code, as developers keep them. */

export const subjects = [
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
export const angles = [
  '从零开始',
  '踩坑记录',
  'in practice',
  '源码分析',
  'explained',
  '的原理与实践',
  'at scale',
  '笔记',
];
export const sites = [
  'blog.example.com',
  'notes.lanhai.dev',
  'engineering.example.org',
  'www.cnblogs.example',
  'docs.example.io',
  'juejin.example',
  'dev.example.net',
];
export const usualTags = [
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
export const languages = ['go', 'bash', 'typescript', 'rust', 'sql', 'yaml', 'python'];
export const sentences = [
  '连接是长期保持的，所以新的副本上线之后，旧的客户端不会自动发现它。',
  'The scheduler hands the goroutine to another thread as soon as the system call blocks.',
  '这里最容易忽略的一点是超时：context.WithTimeout 必须一直传到最底层。',
  'Every write goes through the log first; the table is only a cache of it.',
  '换句话说，瓶颈不在 CPU，而在内存带宽。',
  'We measured it on a quiet machine, ten runs each, and show the median.',
];
export const codes: Readonly<Record<string, string>> = {
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
