/**
 * Words of the field that stand for the others of their line, which stand for it, not for each other. What is typed is
 * searched for first; the rest counts less, and the answer says so.
 */
const abbreviations = `
js = JavaScript
ts = TypeScript
py = Python
golang = Go
rb = Ruby
rs = Rust
cpp = C++
csharp = C#
dotnet = .NET
k8s = Kubernetes
kube = Kubernetes
pg = PostgreSQL = Postgres
postgres = PostgreSQL
mongo = MongoDB
es = Elasticsearch
zk = ZooKeeper
tf = TensorFlow = Terraform
npe = NullPointerException
oom = OutOfMemoryError = out of memory = OOMKilled
oome = OutOfMemoryError
gc = garbage collection
regex = regexp = regular expression = 正则表达式
i18n = internationalization
l10n = localization
a11y = accessibility
o11y = observability
db = database
config = configuration
cfg = configuration
conf = configuration
env = environment
dev = development
prod = production
repo = repository
auth = authentication = authorization
authn = authentication
authz = authorization
async = asynchronous
sync = synchronous
param = parameter
params = parameters
arg = argument
args = arguments
dir = directory
perf = performance
impl = implementation
msg = message
mq = message queue
lb = load balancer = load balancing
vm = virtual machine
jit = just in time
orm = object relational mapping
di = dependency injection
ioc = inversion of control
tdd = test driven development
ddd = domain driven design
rpc = remote procedure call
spa = single page application
ssr = server side rendering
csr = client side rendering
pwa = progressive web app
sso = single sign on
mfa = multi factor authentication
rbac = role based access control
csrf = cross site request forgery
xss = cross site scripting
cors = cross origin resource sharing
mitm = man in the middle
ddos = denial of service
lru = least recently used
cdn = content delivery network
ci = continuous integration
cd = continuous delivery = continuous deployment
iac = infrastructure as code
llm = large language model
ml = machine learning
dl = deep learning
nlp = natural language processing
rag = retrieval augmented generation
cnn = convolutional neural network
wasm = WebAssembly
gql = GraphQL
ws = WebSocket
sw = service worker
dom = document object model
mutex = mutual exclusion
`;

const chinese = `
快排 = 快速排序
归并 = 归并排序
反代 = 反向代理
单测 = 单元测试
集测 = 集成测试
压测 = 压力测试
热更 = 热更新
正则 = 正则表达式
机器学习 = ML
大模型 = LLM
`;

/** Words that are written in two ways, of which neither is wrong: nothing is said of them. */
const spellings = `
登陆 = 登录
其它 = 其他
部份 = 部分
成份 = 成分
图象 = 图像
想象 = 想像
计画 = 计划
做为 = 作为
当作 = 当做
叫作 = 叫做
唯一 = 惟一
缺省 = 默认
阀值 = 阈值
`;

/** Terms of Taiwan and of the mainland, both in the standing form of their characters. */
const regions = `
资料库 = 数据库
伺服器 = 服务器
软体 = 软件
硬体 = 硬件
程式 = 程序
程式码 = 代码
网路 = 网络
网际网路 = 互联网
记忆体 = 内存
快取 = 缓存
伫列 = 队列
执行绪 = 线程
物件 = 对象
变数 = 变量
函式 = 函数
回圈 = 循环
阵列 = 数组
介面 = 接口
连线 = 连接
预设 = 默认
资讯 = 信息
讯息 = 消息
档案 = 文件
字串 = 字符串
字元 = 字符
位元组 = 字节
演算法 = 算法
递回 = 递归
非同步 = 异步
萤幕 = 屏幕
使用者 = 用户
登入 = 登录
登出 = 注销
除错 = 调试
最佳化 = 优化
丛集 = 集群
网域 = 域名
连结 = 链接
部落格 = 博客
人工智慧 = 人工智能
模组 = 模块
元件 = 组件
外挂 = 插件
回传 = 返回
巨集 = 宏
指标 = 指针
堆叠 = 堆栈
杂凑 = 哈希 = 散列
设定 = 设置
搜寻 = 搜索
效能 = 性能
回应 = 响应
负载平衡 = 负载均衡
原始码 = 源代码 = 源码
资料 = 数据
映像档 = 镜像
容错移转 = 故障转移
延展性 = 扩展性
`;

export interface Synonym {
  readonly word: string;
  /** Another spelling of the same word, rather than another word. */
  readonly spelling: boolean;
}

function linesOf(list: string, spelling: boolean): [string, Synonym][] {
  return list
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [short = '', ...others] = line.split(' = ');
      return others.flatMap((other): [string, Synonym][] => [
        [short.toLowerCase(), { word: other, spelling }],
        [other.toLowerCase(), { word: short, spelling }],
      ]);
    });
}

let table: ReadonlyMap<string, readonly Synonym[]> | null = null;

function synonymTable(): ReadonlyMap<string, readonly Synonym[]> {
  const words = new Map<string, Synonym[]>();
  for (const [from, to] of [
    ...linesOf(abbreviations, false),
    ...linesOf(chinese, false),
    ...linesOf(spellings, true),
    ...linesOf(regions, false),
  ]) {
    const known = words.get(from);
    if (known === undefined) words.set(from, [to]);
    else if (!known.some(({ word }) => word === to.word)) known.push(to);
  }
  return words;
}

const longestHan = 5;
const han = /^\p{Script=Han}+$/u;
const mostSynonyms = 4;

/** What stands for a word of the query, folded: for a Latin word as a whole, for a run of Han for the words in it, replaced. */
export function synonymsOf(word: string): readonly Synonym[] {
  table ??= synonymTable();
  const known = table;
  const own = known.get(word);
  if (own !== undefined) return own.slice(0, mostSynonyms);
  if (!/^\p{Script=Han}{3,40}$/u.test(word)) return [];
  return inRun(word, known).slice(0, mostSynonyms);
}

/** The words in a run of Han that have others, one after the other replaced; first all of them, the longest of each place. */
function inRun(run: string, known: ReadonlyMap<string, readonly Synonym[]>): readonly Synonym[] {
  const each: Synonym[] = [];
  let all = '';
  let replaced = 0;
  let spellings = true;
  for (let start = 0; start < run.length;) {
    let taken = 1;
    let text = run[start] ?? '';
    for (let end = Math.min(run.length, start + longestHan); end - start >= 2 && taken === 1; end -= 1) {
      const others = (known.get(run.slice(start, end)) ?? []).filter(({ word }) => han.test(word));
      for (const { word, spelling } of others) {
        each.push({ word: run.slice(0, start) + word + run.slice(end), spelling });
      }
      const [first] = others;
      if (first === undefined) continue;
      taken = end - start;
      text = first.word;
      replaced += 1;
      spellings &&= first.spelling;
    }
    all += text;
    start += taken;
  }
  return replaced > 1 ? [{ word: all, spelling: spellings }, ...each] : each;
}
