import { Module } from '@nestjs/common';
import { AsteriskAdapter } from './asterisk-adapter.service.js';
import { AsteriskCallsStore } from './asterisk-calls.store.js';
import { CallCommands } from './call-commands.service.js';

/** Of workers alone: one among them has the connection to the exchange. */
@Module({ providers: [AsteriskAdapter, AsteriskCallsStore, CallCommands], exports: [AsteriskAdapter] })
export class AsteriskModule {}
