import { afterAll } from '@jest/globals';
import { dropLeftoverDatabases } from './database.js';

// Logs are silent by default; LOG_LEVEL=debug npm test -- <pattern> shows them.
process.env.LOG_LEVEL ??= 'silent';
process.env.NODE_ENV = 'test';

afterAll(dropLeftoverDatabases);
