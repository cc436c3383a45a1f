import type { TextBlock } from '../../../src/core/clip/article.ts';
import type { SourceText } from './markdown-blocks.ts';
import { pick, seededRandom } from './random.ts';

const words = (text: string): readonly string[] => text.split(' ');

const things = words(
  '连接池 线程池 消息队列 缓存 索引 事务 日志 网关 调度器 容器 镜像 集群 主从复制 副本 分区 心跳 选举 内核 页表 中断 套接字 协程 通道 锁 信号量 垃圾回收 内存屏障 写放大 跳表 布隆过滤器 哈希环 令牌桶 断路器 限流 熔断 降级 灰度发布 服务发现 配置中心 链路追踪 指标 告警 证书 握手 重传 拥塞窗口 慢启动 时间轮 快照 检查点 预写日志 合并 压缩 校验和 分布式锁 幂等 死信 回调 钩子 虚拟列表 状态机 组件 渲染 样式 打包 编译器 语法树 类型推断 泛型 宏 生命周期 借用检查 反射 注解 代理 切面',
);
const actions = words(
  '排查 优化 实现 设计 理解 迁移 监控 压测 重构 调试 部署 升级 回滚 扩容 拆分 合并 限制 复用 预热 隔离 恢复 验证 跟踪 采样 对比 分析 配置 封装 替换 绕过',
);
const troubles = words(
  '超时 泄漏 抖动 死锁 饥饿 雪崩 击穿 穿透 乱序 丢包 重复消费 数据倾斜 脑裂 时钟漂移 句柄耗尽 内存溢出 编码错误 权限不足 版本冲突 依赖循环 空指针 越界 竞态 阻塞 延迟升高',
);
const places = words(
  '生产环境 测试环境 边缘节点 高并发场景 低配机器 跨机房链路 容器网络 单核设备 浏览器扩展 后台任务 命令行工具 移动端 嵌入式系统 灾备机房 凌晨低峰',
);
const products = words(
  'Redis Kafka PostgreSQL MySQL Nginx Kubernetes Docker etcd Envoy Prometheus Grafana Elasticsearch RabbitMQ MongoDB ClickHouse SQLite TiDB Consul Istio containerd Go Rust TypeScript Python Java Linux React Vue Node.js Vite Webpack gRPC WebSocket OAuth TLS DNS BGP eBPF systemd iptables',
);
const verbs = words(
  'get set load save parse build merge split retry flush drain watch notify encode decode resolve schedule cancel acquire release compact rotate verify sign hash route publish consume commit rollback snapshot restore allocate evict probe trace sample render mount patch hydrate',
);
const nouns = words(
  'Buffer Socket Session Token Packet Segment Record Cursor Channel Worker Queue Cache Entry Bucket Shard Replica Leader Follower Lease Epoch Window Frame Header Payload Schema Column Cluster Node Handler Router Context Timeout Deadline Backoff Budget Counter Gauge Span Scope Element Listener Stream Batch Offset Manifest Digest Layer Volume Mutex Barrier',
);
const english = words(
  'the server keeps a small table of pending requests and every entry holds its deadline when timer fires we look at oldest first because most of them finish long before that moment this looks wasteful but measured under load it costs less than a heap and never allocates however there is one trap if clock jumps backwards nothing expires so use monotonic time instead and remember to test with frozen clocks too a better way would be hierarchical wheels which trade precision for speed in practice few people need them',
);

interface Making {
  readonly random: () => number;
}

function identifier({ random }: Making): string {
  const verb = pick(random, verbs);
  const noun = pick(random, nouns);
  const tail = random() < 0.5 ? pick(random, nouns) : '';
  const style = random();
  if (style < 0.4) return verb + noun + tail;
  if (style < 0.6) return `${verb}_${noun.toLowerCase()}${tail === '' ? '' : `_${tail.toLowerCase()}`}`;
  if (style < 0.75) return `${noun}${tail}.${verb.replace(/^./u, (first) => first.toUpperCase())}`;
  return style < 0.87 ? `${noun}::${verb}${tail}` : `${noun}_${tail === '' ? verb : tail}`.toUpperCase();
}

function chinese(making: Making): string {
  const { random } = making;
  const thing = pick(random, things);
  const other = pick(random, things);
  const trouble = pick(random, troubles);
  const forms = [
    `${pick(random, actions)}${thing}时，先看${other}有没有${trouble}`,
    `在${pick(random, places)}里，${pick(random, products)} 的${thing}常常因为${trouble}而失效`,
    `这里我们用 ${identifier(making)} 来${pick(random, actions)}${thing}，它比${other}更简单`,
    `如果${thing}出现${trouble}，就需要${pick(random, actions)}${other}，并且把超时设为 ${Math.floor(random() * 900)} 毫秒`,
    `${thing}和${other}的区别在于：前者负责${pick(random, actions)}，后者只管${pick(random, actions)}${pick(random, things)}`,
    `注意 ${identifier(making)} 返回之前不会释放${thing}，这正是${trouble}的原因`,
  ];
  return `${pick(random, forms)}。`;
}

function englishSentence(making: Making): string {
  const { random } = making;
  const start = Math.floor(random() * (english.length - 14));
  const some = english.slice(start, start + 6 + Math.floor(random() * 8));
  some.splice(
    Math.floor(random() * some.length),
    0,
    random() < 0.5 ? pick(random, products) : identifier(making),
  );
  const noun = `${pick(random, nouns).toLowerCase()} ${pick(random, nouns).toLowerCase()}`;
  return `The ${noun} ${pick(random, verbs)}s while ${some.join(' ')}.`;
}

const languages = ['go', 'rust', 'typescript', 'python', 'bash', 'yaml', 'sql'] as const;

function code(making: Making): TextBlock {
  const { random } = making;
  const language = pick(random, languages);
  const lines = Array.from({ length: 4 + Math.floor(random() * 14) }, () => {
    const a = identifier(making);
    const b = identifier(making);
    const number = Math.floor(random() * 4096);
    return pick(random, [
      `\t${a}(${b}, ${number})`,
      `if err := ${a}(ctx); err != nil { return ${b} }`,
      `const ${b.replace(/\W+/gu, '_')} = await ${a}({ retries: ${number} });`,
      `kubectl get ${pick(random, nouns).toLowerCase()}s -n ${pick(random, verbs)} --${pick(random, verbs)}-${pick(random, nouns).toLowerCase()}=${number}`,
      `curl -sS http://10.${number % 250}.0.${number % 99}:${8000 + number}/${pick(random, verbs)}`,
      `# ${a}: see /proc/sys/net/${pick(random, verbs)}_${pick(random, nouns).toLowerCase()}`,
    ]);
  });
  return { kind: 'code', text: lines.join('\n'), language };
}

function article(seed: number): SourceText {
  const making: Making = { random: seededRandom(seed) };
  const { random } = making;
  const inEnglish = random() < 0.35;
  const sentence = inEnglish ? englishSentence : chinese;
  const title = inEnglish
    ? `${pick(random, ['Debugging', 'Building', 'Understanding', 'Tuning', 'Escaping'])} ${pick(random, products)} ${pick(random, nouns).toLowerCase()} ${pick(random, nouns).toLowerCase()}s`
    : `${pick(random, products)} ${pick(random, things)}${pick(random, troubles)}${pick(random, ['的排查', '实战', '笔记', '原理', '踩坑记录'])}`;
  const blocks: TextBlock[] = [];
  const sections = 2 + Math.floor(random() * 6);
  for (let section = 0; section < sections; section += 1) {
    const heading = inEnglish
      ? `${pick(random, verbs)} the ${pick(random, nouns).toLowerCase()}`
      : `${pick(random, actions)}${pick(random, things)}`;
    blocks.push({ kind: 'heading', text: heading, level: 2 });
    for (let i = 0; i < 1 + Math.floor(random() * 4); i += 1) {
      const text = Array.from({ length: 2 + Math.floor(random() * 5) }, () => sentence(making)).join(
        inEnglish ? ' ' : '',
      );
      blocks.push({ kind: 'prose', text });
    }
    if (random() < 0.6) blocks.push(code(making));
  }
  return { title, blocks };
}

/** Texts of our own, made by rule: bilingual, with code, all different, the same in every run. */
export function ownTexts(count: number): readonly SourceText[] {
  return Array.from({ length: count }, (_, i) => article(i * 7919 + 1));
}
