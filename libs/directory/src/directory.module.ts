import { Global, Module } from '@nestjs/common';
import { Catalogue } from './catalogue.js';
import { CentreAdmin } from './centre-admin.service.js';
import { Centres } from './centres.js';
import { EntityAdmin } from './entity-admin.service.js';
import { EntityRow } from './entity.entity.js';
import { QueueAdmin } from './queue-admin.service.js';
import { QueueRow } from './queue.entity.js';
import { ReasonAdmin } from './reason-admin.service.js';
import { ReasonRow } from './reason.entity.js';
import { ServiceAdmin } from './service-admin.service.js';
import { ServiceRow } from './service.entity.js';

export const DIRECTORY_ROWS = [EntityRow, QueueRow, ServiceRow, ReasonRow];
const SERVICES = [Catalogue, CentreAdmin, Centres, EntityAdmin, QueueAdmin, ReasonAdmin, ServiceAdmin];

@Global()
@Module({ providers: SERVICES, exports: SERVICES })
export class DirectoryModule {}
