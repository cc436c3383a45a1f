/** The engine that the page was bundled with (run/serve-bench.ts). */
declare module 'bench-engine' {
  export const makeEngine: () => import('../engines/engine.ts').Engine;
}
