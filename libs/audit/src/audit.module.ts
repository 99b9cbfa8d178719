import { Global, Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.service.js';
import { AuditReader } from './audit.reader.js';
import { DownloadCounts } from './download-counts.service.js';
import { AuditStream } from './stream/audit-stream.service.js';
import { VerifyTrail } from './verify-trail.service.js';

@Global()
@Module({
  providers: [AuditTrail, AuditReader, AuditStream, VerifyTrail, DownloadCounts],
  exports: [AuditTrail, AuditReader, AuditStream, VerifyTrail, DownloadCounts],
})
export class AuditModule {}
