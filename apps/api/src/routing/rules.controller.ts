import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  ParseIntPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  CurrentPrincipal,
  ExpectedVersion,
  pageRequest,
  type Principal,
  RequiresPermission,
} from '#wasl/platform';
import {
  DryRun,
  maxOvertakingSeconds,
  parseRules,
  RoutingConfig,
  type RoutingRules,
  RulesAdmin,
  ServedQueues,
} from '#wasl/routing';
import { parsePeriod } from './parse-period.js';
import {
  CheckBody,
  DryRunAnswer,
  DryRunBody,
  RulesAnswer,
  RulesBody,
  RulesVersionPage,
} from './routing.dto.js';
import { CheckAnswer } from './rules.dto.js';

const DRY_RUN_HOURS = 31;

/** The routing rules as one versioned document. */
@ApiTags('administration')
@Controller('api/v1/admin/routing')
export class RulesController {
  constructor(
    @Inject(RulesAdmin) private readonly admin: RulesAdmin,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
    @Inject(DryRun) private readonly dryRuns: DryRun,
    @Inject(ServedQueues) private readonly served: ServedQueues,
  ) {}

  @Get()
  @RequiresPermission('admin.queues')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: RulesAnswer })
  async current(): Promise<RulesAnswer> {
    const { version, rules } = await this.config.read();
    return shown(version, rules);
  }

  /** The expected version is 0 when no rules were stored yet. */
  @Put()
  @RequiresPermission('admin.queues')
  @ApiHeader({ name: 'If-Match', required: true, description: 'the version last seen, in quotes' })
  @ApiOkResponse({ type: RulesAnswer })
  async put(
    @Body() body: RulesBody,
    @ExpectedVersion() expected: number,
    @CurrentPrincipal() caller: Principal,
  ): Promise<RulesAnswer> {
    const rules = parseRules(body.rules);
    const version = await this.admin.put(rules, { id: caller.id, note: body.note ?? null, expected });
    return shown(version, rules);
  }

  /** Validates rules and reports every error, or the agents and queues that would be unserved. Stores nothing. */
  @Post('check')
  @HttpCode(200)
  @RequiresPermission('admin.queues')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: CheckAnswer })
  async check(@Body() body: CheckBody): Promise<CheckAnswer> {
    const rules = parseRules(body.rules);
    await this.admin.require(rules);
    const unserved = await this.served.unservedQueues(rules);
    return { unserved: [...unserved].map(([queue, reason]) => ({ queue, reason })) };
  }

  /** Simulates a past period under given rules; changes nothing. */
  @Post('dry-run')
  @HttpCode(200)
  @RequiresPermission('admin.queues')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: DryRunAnswer })
  async dryRun(@Body() body: DryRunBody): Promise<DryRunAnswer> {
    const asked = parsePeriod(body, DRY_RUN_HOURS / 24);
    const rules = body.rules ? parseRules(body.rules) : (await this.config.read()).rules;
    return this.dryRuns.run(asked, rules);
  }

  @Get('versions')
  @RequiresPermission('admin.queues')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: RulesVersionPage })
  async versions(@Query() query: Record<string, unknown>): Promise<RulesVersionPage> {
    const { data, meta } = await this.admin.history(pageRequest(query));
    return { data: data.map((row) => ({ ...row, at: row.at.toISOString() })), meta };
  }

  @Get('versions/:version')
  @RequiresPermission('admin.queues')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: RulesAnswer })
  async version(@Param('version', ParseIntPipe) version: number): Promise<RulesAnswer> {
    return shown(version, await this.admin.version(version));
  }
}

const shown = (version: number, rules: RoutingRules): RulesAnswer => ({
  version,
  rules,
  mostOvertakenBySeconds: maxOvertakingSeconds(rules.order),
});
