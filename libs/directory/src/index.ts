// For: the directory: government entities, the services they answer for, the queues and reasons of the centre.
// Begin reading at: catalogue.ts.
// Never: decides who serves a queue (routing does).
export * from './entity.entity.js';
export * from './queue.entity.js';
export * from './service.entity.js';
export * from './reason.entity.js';
export * from './domain/service-attribute.js';
export * from './catalogue.js';
export * from './centre-admin.service.js';
export * from './centres.js';
export * from './entity-admin.service.js';
export * from './queue-admin.service.js';
export * from './reason-admin.service.js';
export * from './service-admin.service.js';
export * from './directory.module.js';
