/** What is needed only once the reader asks for versions or redoes a clip: a module of its own, loaded then. */
export { compareVersions } from '../../../domain/clip/compare-versions.ts';
export { openDatabase } from '../../../storage/database.ts';
export { jobViews } from '../../../storage/jobs/job-views.ts';
export { live } from '../../../storage/live.ts';
export { versionsOf } from '../../../storage/texts/version-queries.ts';
