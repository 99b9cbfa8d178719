export { parseDateTime, readRequestSearch, readUpdateSearch } from './domain/search.js';
export { readRequestForm, type RequestForm } from './domain/request-form.js';
export { type ApiKey, ApiKeys } from './api-keys.service.js';
export { type FiledRequest, FileRequest, type ReportMedia } from './file-request.service.js';
export { type OfferedService, OfferedServices } from './offered-services.service.js';
export * from './open311.module.js';
export { PUBLIC_REQUESTS, type PublicRequest, PublicRequests } from './public-requests.service.js';
export { type RequestUpdate, RequestUpdates } from './request-updates.service.js';
export { UpdateLog } from './update-log.js';
