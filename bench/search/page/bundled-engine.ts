/** The engine of the page. The bundler puts another in its place (run/serve-bench.ts); this one is for the types. */
export { floor as makeEngine } from '../engines/plain.ts';
