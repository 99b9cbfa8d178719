import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { TemplateAdmin, type TemplateName, type TemplateText, SendTemplateTest } from '#wasl/notifications';
import { CurrentPrincipal, ExpectedVersion, type Principal, RequiresPermission } from '#wasl/platform';
import { TemplateAnswer, TemplateBody, TemplateList, TemplatePreviewAnswer } from './templates.dto.js';

const IF_MATCH = { name: 'If-Match', required: true, description: 'the version last seen, in quotes' };

/** Texts of automatic messages, in every language of the country. */
@ApiTags('administration')
@Controller('api/v1/admin/templates')
export class TemplatesController {
  constructor(
    @Inject(TemplateAdmin) private readonly templates: TemplateAdmin,
    @Inject(SendTemplateTest) private readonly trial: SendTemplateTest,
  ) {}

  @Get()
  @RequiresPermission('admin.templates')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: TemplateList })
  async list(): Promise<TemplateList> {
    return { data: await this.templates.list() };
  }

  @Get(':kind/:medium/:language')
  @RequiresPermission('admin.templates')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: TemplateAnswer })
  get(
    @Param('kind') kind: string,
    @Param('medium') medium: string,
    @Param('language') language: string,
  ): Promise<TemplateAnswer> {
    return this.templates.get(nameOf(kind, medium, language));
  }

  /** Replaces the built-in text of a template. */
  @Put(':kind/:medium/:language')
  @RequiresPermission('admin.templates')
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: TemplateAnswer })
  override(
    @Param('kind') kind: string,
    @Param('medium') medium: string,
    @Param('language') language: string,
    @Body() body: TemplateBody,
    @ExpectedVersion() version: number,
    @CurrentPrincipal() caller: Principal,
  ): Promise<TemplateAnswer> {
    return this.templates.override(nameOf(kind, medium, language), textOf(body), version, caller.id);
  }

  /** Restores the built-in text. */
  @Delete(':kind/:medium/:language')
  @HttpCode(204)
  @RequiresPermission('admin.templates')
  @ApiHeader(IF_MATCH)
  async restore(
    @Param('kind') kind: string,
    @Param('medium') medium: string,
    @Param('language') language: string,
    @ExpectedVersion() version: number,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    await this.templates.restore(nameOf(kind, medium, language), version, caller.id);
  }

  /** Renders an unsaved text with example values. */
  @Post(':kind/:medium/:language/preview')
  @HttpCode(200)
  @RequiresPermission('admin.templates')
  @ApiOkResponse({ type: TemplatePreviewAnswer })
  preview(
    @Param('kind') kind: string,
    @Param('medium') medium: string,
    @Param('language') language: string,
    @Body() body: TemplateBody,
  ): TemplatePreviewAnswer {
    return this.templates.preview(nameOf(kind, medium, language), textOf(body));
  }

  /** Mails an unsaved text, with example values, to the caller. */
  @Post(':kind/:medium/:language/test')
  @HttpCode(202)
  @RequiresPermission('admin.templates')
  async test(
    @Param('kind') kind: string,
    @Param('medium') medium: string,
    @Param('language') language: string,
    @Body() body: TemplateBody,
    @CurrentPrincipal() caller: Principal,
  ): Promise<void> {
    await this.trial.send(nameOf(kind, medium, language), textOf(body), caller.email);
  }
}

/** The use case decides whether such a template exists. */
const nameOf = (kind: string, medium: string, language: string) =>
  ({ kind, medium, language }) as TemplateName;
const textOf = ({ subject, body }: TemplateBody): TemplateText => ({ subject: subject ?? null, body });
