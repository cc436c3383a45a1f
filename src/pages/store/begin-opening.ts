import '../../ui/first-theme.ts';
import { prewarm } from '../../database/prewarm.ts';

// Runs in the head of pages that show the library at once, before the browser has read their code.
prewarm();
