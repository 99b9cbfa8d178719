import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { AuditReader, VerifyTrail } from '#wasl/audit';
import { AUDIT_ACTIONS, AUDIT_TARGETS } from '#wasl/contracts';
import { RateLimited, pageRequest, RequiresPermission } from '#wasl/platform';
import { AuditPage, AuditVerdict } from './audit.dto.js';
import { auditFilter } from './audit-query.js';

/** The audit trail, newest first. */
@ApiTags('administration')
@Controller('api/v1/admin/audit')
export class AuditController {
  constructor(
    @Inject(AuditReader) private readonly reader: AuditReader,
    @Inject(VerifyTrail) private readonly trail: VerifyTrail,
  ) {}

  @Get()
  @RequiresPermission('audit.read')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'actor', required: false, description: 'id of a member of staff' })
  @ApiQuery({ name: 'action', required: false, enum: AUDIT_ACTIONS })
  @ApiQuery({ name: 'targetKind', required: false, enum: AUDIT_TARGETS })
  @ApiQuery({ name: 'target', required: false })
  @ApiQuery({ name: 'address', required: false, description: 'network address of who acted' })
  @ApiQuery({ name: 'from', required: false, description: 'a day or a moment' })
  @ApiQuery({ name: 'to', required: false, description: 'up to, and without' })
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: AuditPage })
  list(@Query() query: Record<string, unknown>): Promise<AuditPage> {
    return this.reader.list(auditFilter(query), pageRequest(query));
  }

  /** Verifies the whole hash chain; this takes about a second per hundred thousand entries. */
  @Get('verify')
  @RequiresPermission('audit.read')
  @RateLimited(10)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: AuditVerdict })
  verify(): Promise<AuditVerdict> {
    return this.trail.verify();
  }
}
