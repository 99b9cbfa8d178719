import { Module } from '@nestjs/common';
import { DirectoryController } from './directory.controller.js';
import { MeController } from './me.controller.js';
import { OffersController } from './offers.controller.js';

@Module({ controllers: [MeController, OffersController, DirectoryController] })
export class AgentsModule {}
