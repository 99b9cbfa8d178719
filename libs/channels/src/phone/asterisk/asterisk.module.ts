import { Module } from '@nestjs/common';
import { AsteriskAdapter } from './asterisk-adapter.service.js';
import { AsteriskCallsStore } from './asterisk-calls.store.js';
import { CallCommands } from './call-commands.service.js';
import { PbxLifeStore } from './pbx-life.store.js';

/** Loaded in workers only; one of them has the connection to the PBX. */
@Module({
  providers: [AsteriskAdapter, AsteriskCallsStore, CallCommands, PbxLifeStore],
  exports: [AsteriskAdapter],
})
export class AsteriskModule {}
