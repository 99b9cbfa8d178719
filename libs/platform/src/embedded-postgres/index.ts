// An embedded PostgreSQL from the binaries that npm installs: for `npm start` and for tests.
// Plain Node without Nest, so that the supervising process stays small.
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.js';
export { EmbeddedPostgresError } from './embedded-postgres-error.js';
export { DATABASE_ROLES, type DatabaseRole } from './database-roles.js';
export { ensureDatabase } from './ensure-database.js';
export { runningDatabaseUrl } from './running-url.js';
export { stopLeftover } from './postmaster.js';
