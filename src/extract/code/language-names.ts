/** Other names of languages, by canonical name; names that are not here stay as the page writes them. */
const aliases: Readonly<Record<string, string>> = {
  javascript: 'js mjs cjs node es6 ecmascript jscript',
  typescript: 'ts mts cts',
  python: 'py python3 py3 python2 ipython ipython3',
  bash: 'sh shell zsh',
  console: 'shellsession shell-session bash-session sh-session',
  powershell: 'ps ps1 pwsh posh',
  batch: 'bat cmd dos',
  go: 'golang',
  rust: 'rs',
  cpp: 'c++ cc cxx hpp h++',
  csharp: 'c# cs',
  objectivec: 'objective-c objc obj-c',
  yaml: 'yml',
  html: 'htm xhtml',
  xml: 'svg rss xsd',
  markdown: 'md mkd mkdown',
  dockerfile: 'docker',
  makefile: 'make mk mf',
  kotlin: 'kt kts',
  ruby: 'rb',
  perl: 'pl',
  haskell: 'hs',
  latex: 'tex',
  diff: 'patch udiff',
  nginx: 'nginxconf',
  protobuf: 'proto proto3',
  julia: 'jl',
  graphql: 'gql',
  asm: 'assembly nasm x86asm',
  fsharp: 'f# fs',
  hcl: 'terraform tf',
  vim: 'viml vimscript',
  ini: 'cfg conf',
  elixir: 'ex exs',
  erlang: 'erl',
  clojure: 'clj',
  lisp: 'commonlisp common-lisp',
  elisp: 'emacs-lisp',
  matlab: 'octave',
  vbnet: 'vb vb.net visualbasic',
};
const plain = new Set(
  'plaintext text txt plain none nohighlight no-highlight default raw fallback output undefined null unknown code auto nolang nothing'.split(
    ' ',
  ),
);
const others =
  'c java php scala swift dart lua r sql mysql pgsql plsql postgresql json json5 jsonc jsx tsx css scss sass less stylus vue svelte toml properties groovy gradle nim zig ocaml scheme racket prolog fortran ada cobol pascal delphi vhdl verilog systemverilog tcl awk sed http mermaid plantuml dot graphviz wasm solidity crystal d actionscript applescript arduino autohotkey basic cmake coffeescript cuda glsl hlsl handlebars haml jinja jinja2 liquid pug twig ejs erb razor regex rst asciidoc bibtex abap apex stata sas markup csv log git gitignore ebnf bnf abnf qml smali smarty thrift wren fish nix purescript elm reasonml idris agda coq lean v move cairo circom caddyfile apache pycon rconsole astro mdx typst bicep prisma rego cypher sparql turtle kusto dax xquery xpath xslt hack move ebpf mips riscv llvm'.split(
    ' ',
  );
const canonical = new Map<string, string>();
for (const [name, list] of Object.entries(aliases)) {
  canonical.set(name, name);
  for (const alias of list.split(' ')) canonical.set(alias, name);
}
for (const name of others) canonical.set(name, name);

/** The canonical name of what a page calls a language; '' where it says that the text has none. */
export function languageName(written: string): string {
  const name = (
    written
      .trim()
      .toLowerCase()
      .split(/[\s,:{;[=]/)[0] ?? ''
  ).replace(/^\.+|(?<!\})\}+$/g, '');
  if (plain.has(name) || name === '' || !/^[\p{L}\d][\p{L}\d+#._/-]{0,30}$/u.test(name)) return '';
  return canonical.get(name) ?? name;
}

/** For words that may or may not name a language, such as a bare class. */
export function isLanguage(word: string): boolean {
  const name = word.trim().toLowerCase();
  return canonical.has(name) || plain.has(name);
}
