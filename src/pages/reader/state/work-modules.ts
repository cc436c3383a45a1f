/** What is needed only once the user asks for versions or redoes a clip: a module of its own, loaded then. */
export { compareVersions } from '../../../core/clip/compare-versions.ts';
export { textHash } from '../../../core/highlight/text-hash.ts';
export { openDatabase } from '../../../database/database.ts';
export { itemsOf } from '../../../database/jobs/job-queries.ts';
export { jobViews } from '../../../database/jobs/job-views.ts';
export { live } from '../../../database/live.ts';
export { versionsOf } from '../../../database/texts/text-queries.ts';
