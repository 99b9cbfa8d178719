import { Global, Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.service.js';
import { AuditReader } from './audit.reader.js';
import { VerifyTrail } from './verify-trail.service.js';

@Global()
@Module({
  providers: [AuditTrail, AuditReader, VerifyTrail],
  exports: [AuditTrail, AuditReader, VerifyTrail],
})
export class AuditModule {}
