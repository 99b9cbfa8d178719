import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module.js';
import { SecondFactorAdminController } from './second-factor-admin.controller.js';
import { UsersController } from './users.controller.js';

@Module({ imports: [LiveModule], controllers: [UsersController, SecondFactorAdminController] })
export class UsersModule {}
