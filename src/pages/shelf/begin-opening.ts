import { beginOpening } from '../../storage/early-opening.ts';

// Imported before everything else by pages that show the shelf at once.
beginOpening();
