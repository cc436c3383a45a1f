import { sayOpened } from '../browser/tell-worker.ts';

/** Runs in the pages of sites that may show their highlights by themselves. */
sayOpened();

export default true;
