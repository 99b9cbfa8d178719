import { afterAll } from '@jest/globals';
import { dropLeftoverDatabases } from './database.js';

// Tests read what they assert, not logs; LOG_LEVEL=debug npm test -- <pattern> shows them.
process.env.LOG_LEVEL ??= 'silent';
process.env.NODE_ENV = 'test';

afterAll(dropLeftoverDatabases);
