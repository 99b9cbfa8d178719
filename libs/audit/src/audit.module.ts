import { Global, Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.service.js';
import { AuditReader } from './audit.reader.js';
import { AuditStream } from './stream/audit-stream.service.js';
import { VerifyTrail } from './verify-trail.service.js';
import { AuditRetention } from './audit-retention.js';

@Global()
@Module({
  providers: [AuditTrail, AuditReader, AuditStream, VerifyTrail, AuditRetention],
  exports: [AuditTrail, AuditReader, AuditStream, VerifyTrail],
})
export class AuditModule {}
