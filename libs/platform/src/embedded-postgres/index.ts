// A PostgreSQL of our own, from the binaries that npm installs: for `npm start` and for tests.
// Plain Node: nothing here loads Nest, so that the process that starts the others stays small.
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.js';
export { EmbeddedPostgresError } from './embedded-postgres-error.js';
export { DATABASE_ROLES, type DatabaseRole } from './database-roles.js';
export { ensureDatabase } from './ensure-database.js';
export { runningUrl } from './running-url.js';
export { stopLeftover } from './postmaster.js';
