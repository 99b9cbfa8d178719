import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AuditReadsInterceptor } from './audit-reads.interceptor.js';
import { AuditRecorder } from './audit-recorder.js';
import { AuditController } from './audit.controller.js';

@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditRecorder, { provide: APP_INTERCEPTOR, useClass: AuditReadsInterceptor }],
  exports: [AuditRecorder],
})
export class AuditApiModule {}
