import { Global, Module } from '@nestjs/common';
import { Contacts } from './contacts.service.js';
import { InteractionOfTicket } from './interaction-of-ticket.js';
import { Recordings } from './recordings.service.js';
import { WrapUp } from './wrap-up.service.js';

const SERVICES = [Contacts, Recordings, WrapUp];

@Global()
@Module({ providers: [...SERVICES, InteractionOfTicket], exports: SERVICES })
export class InteractionsModule {}
