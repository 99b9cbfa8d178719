import { CreateSpine1763870000000 } from './1763870000000-create-spine.js';

/** Every migration in the order of its timestamp. A new one is added here; a released one is never edited. */
export const MIGRATIONS = [CreateSpine1763870000000];
