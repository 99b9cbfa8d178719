import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module.js';
import { UsersController } from './users.controller.js';

@Module({ imports: [LiveModule], controllers: [UsersController] })
export class UsersModule {}
