import { Module } from '@nestjs/common';
import { QueuesController } from './queues.controller.js';
import { RequesterCareController } from './requester-care.controller.js';
import { RosterController } from './roster.controller.js';
import { RulesController } from './rules.controller.js';
import { SkillsController } from './skills.controller.js';

@Module({
  controllers: [
    QueuesController,
    RequesterCareController,
    RosterController,
    RulesController,
    SkillsController,
  ],
})
export class RoutingApiModule {}
