import { Module } from '@nestjs/common';
import { JobsController } from './jobs.controller.js';
import { MailController } from './mail.controller.js';

@Module({ controllers: [JobsController, MailController] })
export class AdminModule {}
