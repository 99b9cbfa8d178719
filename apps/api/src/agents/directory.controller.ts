import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Put,
  Query,
} from '@nestjs/common';
import { ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Role } from '#wasl/contracts';
import { Catalogue, REASON_USES, type ReasonUse } from '#wasl/directory';
import { forbidden, invalidField, notFound } from '#wasl/kernel';
import { CurrentPrincipal, Database, isDay, type Principal, RequiresPermission } from '#wasl/platform';
import { QueueLiveReader } from '#wasl/reporting';
import { Presence, PresenceDays, ServedQueues } from '#wasl/routing';
import { TicketAccess } from '#wasl/tickets';
import {
  EntityList,
  ForcePresenceBody,
  PresenceDayAnswer,
  QueueList,
  QueueLiveAnswer,
  ReasonList,
  ServiceList,
  StaffList,
} from './agents.dto.js';

@ApiTags('directory')
@Controller('api/v1')
export class DirectoryController {
  constructor(
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(QueueLiveReader) private readonly figures: QueueLiveReader,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(PresenceDays) private readonly days: PresenceDays,
    @Inject(ServedQueues) private readonly served: ServedQueues,
    @Inject(TicketAccess) private readonly access: TicketAccess,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Get('queues')
  @RequiresPermission('queue.read')
  @ApiOkResponse({ type: QueueList })
  async queues(@CurrentPrincipal() { scope }: Principal): Promise<QueueList> {
    const queues = (await this.catalogue.queues())
      .filter((queue) => queue.active)
      .sort((a, b) => a.position - b.position);
    // Who serves a queue is no matter of an entity.
    const unserved = scope === 'entity' ? new Map<string, never>() : await this.served.unservedQueues();
    return {
      data: queues.map(({ key, nameAr, nameEn, thresholdSeconds }) => ({
        key,
        name: { ar: nameAr, en: nameEn },
        thresholdSeconds,
        unserved: unserved.get(key) ?? null,
      })),
    };
  }

  @Get('queues/:key/live')
  @RequiresPermission('queue.read_live')
  @ApiOkResponse({ type: QueueLiveAnswer })
  async live(@Param('key') key: string, @CurrentPrincipal() caller: Principal): Promise<QueueLiveAnswer> {
    const queue = await this.catalogue.queueByKey(key);
    await this.access.requireQueue(queue.id, caller);
    const [figures] = await this.database.readInSnapshot((query) => this.figures.read(query, [queue.key]));
    if (!figures) throw notFound('queue.not_found');
    return figures;
  }

  @Get('reasons')
  @RequiresPermission('queue.read')
  @ApiQuery({ name: 'for', enum: REASON_USES })
  @ApiOkResponse({ type: ReasonList })
  async reasons(@Query('for') use: string): Promise<ReasonList> {
    if (!REASON_USES.includes(use as ReasonUse)) throw invalidField('for', 'choice');
    const rows = await this.catalogue.reasons(use as ReasonUse);
    return { data: rows.map(({ key, nameAr, nameEn }) => ({ key, name: { ar: nameAr, en: nameEn } })) };
  }

  @Get('services')
  @RequiresPermission('queue.read')
  @ApiOkResponse({ type: ServiceList })
  async services(): Promise<ServiceList> {
    const queues = new Map((await this.catalogue.queues()).map((queue) => [queue.id, queue.key]));
    const services = (await this.catalogue.services()).filter((service) => service.active);
    return {
      data: services
        .sort((a, b) => a.position - b.position)
        .map(({ code, nameAr, nameEn, queueId }) => ({
          code,
          name: { ar: nameAr, en: nameEn },
          queue: queues.get(queueId)!,
        })),
    };
  }

  /** What a ticket can be referred to. */
  @Get('entities')
  @RequiresPermission('queue.read')
  @ApiOkResponse({ type: EntityList })
  async entities(): Promise<EntityList> {
    const all = await this.catalogue.entities();
    const keys = new Map(all.map(({ id, key }) => [id, key]));
    return {
      data: all
        .filter(({ active }) => active)
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ key, nameAr, nameEn, kind, parentId }) => ({
          key,
          name: { ar: nameAr, en: nameEn },
          kind,
          parent: parentId === null ? null : keys.get(parentId)!,
        })),
    };
  }

  /** Colleagues that a ticket can be assigned to. */
  @Get('staff')
  @RequiresPermission('ticket.assign')
  @ApiOkResponse({ type: StaffList })
  async staff(@CurrentPrincipal() { scope, entityId }: Principal): Promise<StaffList> {
    const query = this.database.query.bind(this.database);
    const people =
      scope === 'entity'
        ? await this.presence.listOfEntity(query, entityId)
        : await this.presence.listAgents(query);
    return { data: people.map(({ id, name, state, queues }) => ({ id, name, state, queues })) };
  }

  /** How somebody spent a day of the country's calendar: every state with its time, its reason and who set it. */
  @Get('staff/:id/presence')
  @RequiresPermission('board.read')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'day', required: false, type: String, description: 'YYYY-MM-DD; today without it' })
  @ApiOkResponse({ type: PresenceDayAnswer })
  async presenceOfDay(
    @Param('id', ParseUUIDPipe) id: string,
    @Query('day') day: string | undefined,
  ): Promise<PresenceDayAnswer> {
    if (day !== undefined && !isDay(day)) throw invalidField('day', 'day');
    return this.days.of(id, day);
  }

  @Put('staff/:id/presence')
  @HttpCode(204)
  @RequiresPermission('presence.force')
  async force(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ForcePresenceBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    const [person] = await this.database.query<{ role: Role }>('SELECT role FROM staff WHERE id = $1', [id]);
    if (!person) throw notFound('staff.not_found');
    if (person.role === 'administrator' && caller.role !== 'administrator') throw forbidden();
    await this.presence.force(id, body.state, { byId: caller.id, note: body.reason ?? null });
  }
}
