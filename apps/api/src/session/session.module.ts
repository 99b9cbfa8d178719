import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module.js';
import { SessionController } from './session.controller.js';
import { TokensController } from './tokens.controller.js';

@Module({ imports: [LiveModule], controllers: [SessionController, TokensController] })
export class SessionModule {}
