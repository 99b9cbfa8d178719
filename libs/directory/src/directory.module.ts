import { Global, Module } from '@nestjs/common';
import { Catalogue } from './catalogue.js';
import { EntityRow } from './entity.entity.js';
import { QueueRow } from './queue.entity.js';
import { ReasonRow } from './reason.entity.js';
import { ServiceRow } from './service.entity.js';

export const DIRECTORY_ROWS = [EntityRow, QueueRow, ServiceRow, ReasonRow];

@Global()
@Module({ providers: [Catalogue], exports: [Catalogue] })
export class DirectoryModule {}
