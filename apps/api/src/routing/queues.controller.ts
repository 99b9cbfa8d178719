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
import { Catalogue, QueueAdmin, type QueueDraft, type QueueRecord } from '#wasl/directory';
import { invalidField } from '#wasl/kernel';
import {
  CurrentPrincipal,
  ExpectedVersion,
  pageRequest,
  type Principal,
  RequiresPermission,
  type RuntimeSettings,
  SETTINGS,
} from '#wasl/platform';
import { parseSettings, RoutingConfig, RulesAdmin, ServedQueues, settingsOf } from '#wasl/routing';
import { QueueBody, QueuePatchBody, QueueRecordAnswer, QueueRecordPage } from './routing.dto.js';

const NUMBER = /^\+?\d{3,15}$/;
/** Defaults of a new queue. */
const DEFAULTS: Omit<QueueDraft, 'key' | 'name'> = {
  pool: 'main',
  thresholdSeconds: 20,
  offerSeconds: 30,
  wrapUpSeconds: 60,
  dialNumbers: [],
  position: 0,
  active: true,
};

/** Administration of queues and their routing rules. */
@ApiTags('administration')
@Controller('api/v1/admin/queues')
export class QueuesController {
  constructor(
    @Inject(QueueAdmin) private readonly queues: QueueAdmin,
    @Inject(RulesAdmin) private readonly rules: RulesAdmin,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
    @Inject(ServedQueues) private readonly served: ServedQueues,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  @Get()
  @RequiresPermission('admin.queues')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: QueueRecordPage })
  async list(@Query() query: Record<string, unknown>): Promise<QueueRecordPage> {
    const { data, meta } = await this.queues.list(pageRequest(query));
    return { data: await this.shown(data), meta };
  }

  @Get(':key')
  @RequiresPermission('admin.queues')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: QueueRecordAnswer })
  async get(@Param('key') key: string): Promise<QueueRecordAnswer> {
    return (await this.shown([await this.queues.get(key)]))[0]!;
  }

  @Post()
  @RequiresPermission('admin.queues')
  @ApiCreatedResponse({ type: QueueRecordAnswer })
  async create(@Body() body: QueueBody, @CurrentPrincipal() caller: Principal): Promise<QueueRecordAnswer> {
    const { routing, ...draft } = withoutNulls(body);
    requireNumbers(draft.dialNumbers);
    const settings = routing ? parseSettings(routing) : null;
    await this.rules.createQueue({ ...DEFAULTS, ...draft }, settings, caller.id);
    return this.get(body.key);
  }

  @Patch(':key')
  @RequiresPermission('admin.queues')
  @ApiHeader({ name: 'If-Match', required: true, description: 'the version last seen, in quotes' })
  @ApiOkResponse({ type: QueueRecordAnswer })
  async change(
    @Param('key') key: string,
    @Body() body: QueuePatchBody,
    @ExpectedVersion() version: number,
    @CurrentPrincipal() caller: Principal,
  ): Promise<QueueRecordAnswer> {
    const { routing: _routing, ...patch } = withoutNulls(body);
    requireNumbers(patch.dialNumbers);
    const settings = body.routing ? parseSettings(body.routing) : body.routing;
    await this.rules.changeQueue(
      key,
      patch,
      version,
      settings as ReturnType<typeof parseSettings> | null,
      caller.id,
    );
    return this.get(key);
  }

  /** Only unreferenced queues can be deleted; others are retired with `active: false`. */
  @Delete(':key')
  @HttpCode(204)
  @RequiresPermission('admin.queues')
  async remove(@Param('key') key: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    await this.rules.removeQueue(key, caller.id);
  }

  private async shown(rows: QueueRecord[]): Promise<QueueRecordAnswer[]> {
    await this.catalogue.queues();
    const [{ rules }, unserved] = await Promise.all([this.config.read(), this.served.unservedQueues()]);
    return rows.map((row) => ({
      ...row,
      mailAddress: `${row.key}@${this.settings.MAIL_DOMAIN}`,
      routing: settingsOf(rules, row.key),
      ownRules: row.key in rules.queues,
      unserved: unserved.get(row.key) ?? null,
    }));
  }
}

/** Null means not given. */
function withoutNulls<T extends object>(body: T): T {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value != null)) as T;
}

function requireNumbers(numbers: string[] | undefined): void {
  const wrong = numbers?.findIndex((number) => !NUMBER.test(number)) ?? -1;
  if (wrong >= 0) throw invalidField(`dialNumbers.${wrong}`, 'phone');
}
