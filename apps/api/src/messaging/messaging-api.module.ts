import { Module } from '@nestjs/common';
import { GatewayController } from './gateway.controller.js';
import { TextsController } from './texts.controller.js';

@Module({ controllers: [GatewayController, TextsController] })
export class MessagingApiModule {}
