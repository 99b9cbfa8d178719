import { Global, Module } from '@nestjs/common';
import { ApiKeys } from './api-keys.service.js';
import { FileRequest } from './file-request.service.js';
import { OfferedServices } from './offered-services.service.js';
import { PublicRequests } from './public-requests.service.js';
import { RequestUpdates } from './request-updates.service.js';
import { UpdateLog } from './update-log.js';
import { Open311Retention } from './open311-retention.js';

const SERVICES = [ApiKeys, FileRequest, OfferedServices, PublicRequests, RequestUpdates, UpdateLog];

@Global()
@Module({ providers: [...SERVICES, Open311Retention], exports: SERVICES })
export class Open311Module {}
