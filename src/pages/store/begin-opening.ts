import { prewarm } from '../../database/prewarm.ts';

// Imported before everything else by pages that show the library at once.
prewarm();
