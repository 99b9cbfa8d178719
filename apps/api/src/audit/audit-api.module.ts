import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { NoteReads } from './note-reads.interceptor.js';
import { AuditNotes } from './audit-notes.js';
import { AuditController } from './audit.controller.js';

@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditNotes, { provide: APP_INTERCEPTOR, useClass: NoteReads }],
  exports: [AuditNotes],
})
export class AuditApiModule {}
