import { Buffer } from 'buffer/index.js';

// isomorphic-git takes Node's Buffer from the global scope; browsers have none. Imported before it.
if (!('Buffer' in globalThis)) Object.assign(globalThis, { Buffer });
