/**
 * Words of the field that stand for the others of their line, which stand for it, not for each other. What is typed is
 * searched for first; the rest counts less, and the answer says so.
 */
export const abbreviations = `
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
ws = Websocket
sw = service worker
dom = document object model
mutex = mutual exclusion
gha = GitHub Actions
vscode = Visual Studio Code = VS Code
wsl = Windows Subsystem for Linux
np = NumPy
rn = React Native
jwt = JSON Web Token
tls = transport layer security
dns = domain name system
oop = object oriented programming
fp = functional programming
sre = site reliability engineering
wal = write ahead log = write ahead logging
mvcc = multi version concurrency control
cas = compare and swap
etl = extract transform load
crdt = conflict free replicated data type
bfs = breadth first search
dfs = depth first search
dp = dynamic programming
lsp = language server protocol
hmr = hot module replacement
ssg = static site generation
isr = incremental static regeneration
svc = service
ns = namespace
pvc = PersistentVolumeClaim
crd = CustomResourceDefinition
hpa = HorizontalPodAutoscaler
protobuf = protocol buffers
pkg = package
lib = library
deps = dependencies
func = function
fn = function
ctx = context
req = request
resp = response
str = string
bool = boolean
tmp = temporary
docs = documentation
spec = specification
stdlib = standard library
`;
