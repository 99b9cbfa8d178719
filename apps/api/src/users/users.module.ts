import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module.js';
import { ReadingPolicyController } from './reading-policy.controller.js';
import { SecondFactorAdminController } from './second-factor-admin.controller.js';
import { UsersController } from './users.controller.js';

@Module({
  imports: [LiveModule],
  controllers: [UsersController, SecondFactorAdminController, ReadingPolicyController],
})
export class UsersModule {}
