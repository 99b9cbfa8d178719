import { Module } from '@nestjs/common';
import { DiscoveryController } from './discovery.controller.js';
import { Open311Controller } from './open311.controller.js';

@Module({ controllers: [DiscoveryController, Open311Controller] })
export class Open311ApiModule {}
