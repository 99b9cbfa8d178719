import { Body, Controller, Get, Header, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { EntityAdmin, type EntityDraft, ServiceAdmin, type ServiceDraft } from '#wasl/directory';
import {
  CurrentPrincipal,
  ExpectedVersion,
  pageRequest,
  type Principal,
  RequiresPermission,
} from '#wasl/platform';
import {
  EntityBody,
  EntityPatchBody,
  EntityRecordAnswer,
  EntityRecordPage,
  ServiceBody,
  ServicePatchBody,
  ServiceRecordAnswer,
  ServiceRecordPage,
} from './directory.dto.js';

const NONE = { ar: '', en: '' };
const PAGE_SIZE = { name: 'page[size]', required: false, type: 'integer' as const };
const PAGE_AFTER = { name: 'page[after]', required: false, type: String };
const IF_MATCH = { name: 'If-Match', required: true, description: 'the version last seen, in quotes' };

/** Defaults of a new service. */
const DEFAULTS: Omit<ServiceDraft, 'code' | 'entity' | 'queue' | 'name'> = {
  description: NONE,
  group: NONE,
  keywords: '',
  kind: 'request',
  firstResponseMinutes: 480,
  resolutionMinutes: 2_400,
  proof: 'none',
  open311: null,
  attributes: [],
  position: 0,
  active: true,
  restricted: false,
  readerGroups: [],
};

const NEW_ENTITY: Omit<EntityDraft, 'key' | 'name'> = {
  kind: 'ministry',
  parent: null,
  phone: '',
  email: '',
  address: '',
  calendar: null,
  acceptMinutes: 480,
  answerMinutes: 2_400,
  ladder: [],
  active: true,
};

/** Administration of entities, their services, and the questions of each service. */
@ApiTags('administration')
@Controller('api/v1/admin')
export class CatalogueController {
  constructor(
    @Inject(ServiceAdmin) private readonly services: ServiceAdmin,
    @Inject(EntityAdmin) private readonly entities: EntityAdmin,
  ) {}

  @Get('services')
  @RequiresPermission('admin.directory')
  @Header('Cache-Control', 'no-store')
  @ApiQuery(PAGE_SIZE)
  @ApiQuery(PAGE_AFTER)
  @ApiOkResponse({ type: ServiceRecordPage })
  listServices(@Query() query: Record<string, unknown>): Promise<ServiceRecordPage> {
    return this.services.list(pageRequest(query));
  }

  @Get('services/:code')
  @RequiresPermission('admin.directory')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: ServiceRecordAnswer })
  getService(@Param('code') code: string): Promise<ServiceRecordAnswer> {
    return this.services.get(code);
  }

  @Post('services')
  @RequiresPermission('admin.directory')
  @ApiCreatedResponse({ type: ServiceRecordAnswer })
  createService(
    @Body() body: ServiceBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<ServiceRecordAnswer> {
    return this.services.create({ ...DEFAULTS, ...given(body), code: body.code } as ServiceDraft, caller.id);
  }

  @Patch('services/:code')
  @RequiresPermission('admin.directory')
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: ServiceRecordAnswer })
  changeService(
    @Param('code') code: string,
    @Body() body: ServicePatchBody,
    @ExpectedVersion() version: number,
    @CurrentPrincipal() caller: Principal,
  ): Promise<ServiceRecordAnswer> {
    return this.services.change(code, given(body), version, caller.id);
  }

  @Get('entities')
  @RequiresPermission('admin.directory')
  @Header('Cache-Control', 'no-store')
  @ApiQuery(PAGE_SIZE)
  @ApiQuery(PAGE_AFTER)
  @ApiOkResponse({ type: EntityRecordPage })
  listEntities(@Query() query: Record<string, unknown>): Promise<EntityRecordPage> {
    return this.entities.list(pageRequest(query));
  }

  @Get('entities/:key')
  @RequiresPermission('admin.directory')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: EntityRecordAnswer })
  getEntity(@Param('key') key: string): Promise<EntityRecordAnswer> {
    return this.entities.get(key);
  }

  @Post('entities')
  @RequiresPermission('admin.directory')
  @ApiCreatedResponse({ type: EntityRecordAnswer })
  createEntity(@Body() body: EntityBody, @CurrentPrincipal() caller: Principal): Promise<EntityRecordAnswer> {
    return this.entities.create(
      { ...NEW_ENTITY, ...entityFields(body), active: true } as EntityDraft,
      caller.id,
    );
  }

  @Patch('entities/:key')
  @RequiresPermission('admin.directory')
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: EntityRecordAnswer })
  changeEntity(
    @Param('key') key: string,
    @Body() body: EntityPatchBody,
    @ExpectedVersion() version: number,
    @CurrentPrincipal() caller: Principal,
  ): Promise<EntityRecordAnswer> {
    return this.entities.change(key, entityFields(body), version, caller.id);
  }
}

function entityFields(body: EntityPatchBody): Partial<Omit<EntityDraft, 'key'>> {
  const { calendar, ...fields } = given(body) as EntityPatchBody;
  return { ...fields, ...(calendar !== undefined && { calendar: calendar || null }) };
}

const NULLABLE = ['open311', 'parent'];

/** An omitted or null field is unchanged, except where null is a value. */
function given<T extends object>(body: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(body).filter(
      ([name, value]) => value !== undefined && (value !== null || NULLABLE.includes(name)),
    ),
  ) as { [K in keyof T]: NonNullable<T[K]> };
}
