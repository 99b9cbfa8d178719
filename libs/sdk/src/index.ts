export { createWasl, type WaslOptions } from './client.js';
export { isWaslError, type ProblemDocument, WaslConnectionError, WaslError } from './errors.js';
export type { Api } from './operations.generated.js';
export { etagOf, newIdempotencyKey } from './request.js';
export type { RetryPolicy } from './retry.js';
export type { components, operations, paths } from './schema.generated.js';
export type {
  Answer,
  Call,
  CallOptions,
  Input,
  Item,
  Operation,
  OperationId,
  PagedOperation,
  Version,
} from './types.js';
