import { Global, Module } from '@nestjs/common';
import { AuditNotes } from './audit-notes.js';
import { AuditController } from './audit.controller.js';

@Global()
@Module({ controllers: [AuditController], providers: [AuditNotes], exports: [AuditNotes] })
export class AuditApiModule {}
