import { sayOpened } from '../browser/say-opened.ts';

/** Runs in the pages of sites that may show their highlights by themselves. */
sayOpened();

export default true;
