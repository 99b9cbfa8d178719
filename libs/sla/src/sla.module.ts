import { Global, Module } from '@nestjs/common';
import { Promises } from '#wasl/tickets';
import { CalendarPromises } from './calendar-promises.js';

@Global()
@Module({ providers: [{ provide: Promises, useClass: CalendarPromises }], exports: [Promises] })
export class SlaModule {}
