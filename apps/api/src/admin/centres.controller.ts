import { Body, Controller, Get, Header, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CentreAdmin, type CentreDraft } from '#wasl/directory';
import { invalidField } from '#wasl/kernel';
import {
  CurrentPrincipal,
  ExpectedVersion,
  pageRequest,
  type Principal,
  RequiresPermission,
} from '#wasl/platform';
import { CentreBody, CentrePatchBody, CentreRecordAnswer, CentreRecordPage } from './centres.dto.js';

/** Defaults of a new service centre. */
const DEFAULTS = { address: { ar: '', en: '' }, letter: 'A', calendar: null };

/** Service centres and their desks. */
@ApiTags('administration')
@Controller('api/v1/admin/centres')
export class CentresController {
  constructor(@Inject(CentreAdmin) private readonly centres: CentreAdmin) {}

  @Get()
  @RequiresPermission('admin.directory')
  @Header('Cache-Control', 'no-store')
  @ApiQuery({ name: 'page[size]', required: false, type: 'integer' })
  @ApiQuery({ name: 'page[after]', required: false, type: String })
  @ApiOkResponse({ type: CentreRecordPage })
  list(@Query() query: Record<string, unknown>): Promise<CentreRecordPage> {
    return this.centres.list(pageRequest(query));
  }

  @Get(':key')
  @RequiresPermission('admin.directory')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: CentreRecordAnswer })
  get(@Param('key') key: string): Promise<CentreRecordAnswer> {
    return this.centres.get(key);
  }

  @Post()
  @RequiresPermission('admin.directory')
  @ApiCreatedResponse({ type: CentreRecordAnswer })
  create(@Body() body: CentreBody, @CurrentPrincipal() caller: Principal): Promise<CentreRecordAnswer> {
    const { key, name, queues, desks } = body;
    const draft = { ...DEFAULTS, ...given(body), key, name, queues, desks, active: true };
    return this.centres.create(draft, caller.id);
  }

  @Patch(':key')
  @RequiresPermission('admin.directory')
  @ApiHeader({ name: 'If-Match', required: true, description: 'the version last seen, in quotes' })
  @ApiOkResponse({ type: CentreRecordAnswer })
  change(
    @Param('key') key: string,
    @Body() body: CentrePatchBody,
    @ExpectedVersion() version: number,
    @CurrentPrincipal() caller: Principal,
  ): Promise<CentreRecordAnswer> {
    return this.centres.change(key, given(body), version, caller.id);
  }
}

/** An omitted or null field is unchanged; an empty calendar removes it. */
function given(body: CentrePatchBody): Partial<Omit<CentreDraft, 'key'>> {
  if (body.letter && !/^[A-Z]{1,2}$/.test(body.letter)) throw invalidField('letter', 'format');
  const fields = Object.entries(body)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => [name, name === 'calendar' && value === '' ? null : (value as unknown)]);
  return Object.fromEntries(fields) as Partial<Omit<CentreDraft, 'key'>>;
}
