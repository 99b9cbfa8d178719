import { Module } from '@nestjs/common';
import { QueuesController } from './queues.controller.js';
import { RequesterCareController } from './requester-care.controller.js';
import { RulesController } from './rules.controller.js';
import { SkillsController } from './skills.controller.js';

@Module({ controllers: [QueuesController, RequesterCareController, RulesController, SkillsController] })
export class RoutingApiModule {}
