import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock } from '#wasl/kernel';
import {
  CurrentPrincipal,
  ExpectedVersion,
  pageRequest,
  type Principal,
  RequiresPermission,
} from '#wasl/platform';
import { DutyOfficers, PolicyAdmin, type PolicyDraft } from '#wasl/sla';
import {
  DutyAnswer,
  DutyBody,
  DutyList,
  PolicyAnswer,
  PolicyBody,
  PolicyPage,
  PolicyPatchBody,
  PolicyPreview,
  PolicyQuestionBody,
} from './policies.dto.js';
import { withoutNulls, IF_MATCH, PAGE_AFTER, PAGE_SIZE } from './shared.js';

/** Defaults of a new policy. */
const DEFAULTS = {
  service: null,
  kind: null,
  priority: null,
  audience: null,
  factors: {},
  pauses: {},
  atRiskPercent: 80,
  reopenPercent: 25,
  steps: [],
  active: true,
} satisfies Partial<PolicyDraft>;

/** SLA policies, and who is on duty for escalations. */
@ApiTags('administration')
@Controller('api/v1/admin')
export class PoliciesController {
  constructor(
    @Inject(PolicyAdmin) private readonly policies: PolicyAdmin,
    @Inject(DutyOfficers) private readonly duties: DutyOfficers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('sla-policies')
  @RequiresPermission('admin.sla')
  @Header('Cache-Control', 'no-store')
  @ApiQuery(PAGE_SIZE)
  @ApiQuery(PAGE_AFTER)
  @ApiOkResponse({ type: PolicyPage })
  list(@Query() query: Record<string, unknown>): Promise<PolicyPage> {
    return this.policies.list(pageRequest(query)) as Promise<PolicyPage>;
  }

  @Post('sla-policies')
  @RequiresPermission('admin.sla')
  @ApiCreatedResponse({ type: PolicyAnswer })
  create(@Body() body: PolicyBody, @CurrentPrincipal() caller: Principal): Promise<PolicyAnswer> {
    const draft = { ...DEFAULTS, ...draftOf(body), key: body.key } as PolicyDraft;
    return this.policies.create(draft, caller.id) as Promise<PolicyAnswer>;
  }

  /** Which policy would apply to a ticket, and its resulting targets. */
  @Post('sla-policies/preview')
  @HttpCode(200)
  @RequiresPermission('admin.sla')
  @ApiOkResponse({ type: PolicyPreview })
  preview(@Body() body: PolicyQuestionBody): Promise<PolicyPreview> {
    return this.policies.preview({
      service: body.service ?? null,
      kind: body.kind ?? 'enquiry',
      priority: body.priority ?? 'normal',
      audience: body.audience ?? 'citizen',
      from: body.from ? new Date(body.from) : this.clock.now(),
    });
  }

  @Get('sla-policies/:key')
  @RequiresPermission('admin.sla')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: PolicyAnswer })
  get(@Param('key') key: string): Promise<PolicyAnswer> {
    return this.policies.get(key) as Promise<PolicyAnswer>;
  }

  @Patch('sla-policies/:key')
  @RequiresPermission('admin.sla')
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: PolicyAnswer })
  change(
    @Param('key') key: string,
    @Body() body: PolicyPatchBody,
    @ExpectedVersion() version: number,
    @CurrentPrincipal() caller: Principal,
  ): Promise<PolicyAnswer> {
    return this.policies.change(key, draftOf(body), version, caller.id) as Promise<PolicyAnswer>;
  }

  /** Duty officers now or later. */
  @Get('duty-officers')
  @RequiresPermission('admin.sla')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: DutyList })
  async dutyOfficers(): Promise<DutyList> {
    return { data: await this.duties.list() };
  }

  @Post('duty-officers')
  @RequiresPermission('admin.sla')
  @ApiCreatedResponse({ type: DutyAnswer })
  addDuty(@Body() body: DutyBody, @CurrentPrincipal() caller: Principal): Promise<DutyAnswer> {
    return this.duties.add({ ...body, queue: body.queue ?? null, to: body.to ?? null }, caller.id);
  }

  @Delete('duty-officers/:id')
  @HttpCode(204)
  @RequiresPermission('admin.sla')
  async removeDuty(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.duties.remove(id, caller.id);
  }
}

/** For a condition null is a value: it matches every ticket. Elsewhere null leaves the field unchanged. */
function draftOf(body: PolicyPatchBody): Partial<PolicyDraft> {
  const { service, kind, priority, audience, targets, factors, pauses, steps, ...plain } = body;
  const conditions = { service, kind, priority, audience };
  return {
    ...(withoutNulls(plain) as Partial<PolicyDraft>),
    ...Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined)),
    ...(targets && { targets: targetsOf(targets) }),
    ...(factors && { factors: withoutNulls(factors) }),
    ...(pauses && { pauses: withoutNulls(pauses) }),
    ...(steps && { steps: steps.map((step) => withoutNulls(step) as PolicyDraft['steps'][number]) }),
  };
}

function targetsOf(body: NonNullable<PolicyPatchBody['targets']>): PolicyDraft['targets'] {
  const named = Object.entries(withoutNulls(body)) as [
    keyof PolicyDraft['targets'],
    { minutes: number; ofService?: boolean },
  ][];
  return Object.fromEntries(
    named.map(([clock, { minutes, ofService }]) => [clock, { minutes, ofService: ofService ?? false }]),
  );
}
