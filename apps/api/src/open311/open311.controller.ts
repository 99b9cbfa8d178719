import {
  All,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseFilters,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExcludeEndpoint, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  FileRequest,
  OfferedServices,
  PublicRequests,
  type ReportMedia,
  readRequestForm,
  readRequestSearch,
  readUpdateSearch,
  RequestUpdates,
} from '#wasl/channels';
import { type Clock, CLOCK, notFound } from '#wasl/kernel';
import { noRoute, Public, RateLimited, sourceOf } from '#wasl/platform';
import { PublicUploads } from '#wasl/selfservice';
import { bodyOf, mediaOf, type Open311Request } from './open311-body.js';
import { Open311ErrorsFilter } from './open311-errors.filter.js';
import { FORMAT, REQUEST_FORM, UPDATE_FORM } from './open311-forms.js';
import { languageOf } from './open311-language.js';
import {
  QueryOfRequest,
  QueryOfRequests,
  QueryOfServices,
  QueryOfToken,
  QueryOfUpdates,
} from './open311-queries.js';
import {
  presentDefinition,
  presentFiled,
  presentRequests,
  presentServices,
  presentToken,
  presentUpdateId,
  presentUpdates,
} from './present.js';
import { CONTENT_TYPES, type Format, FORMATS, type SparkValue, serialize } from './spark.js';

type Open311Query = Record<string, unknown>;
const PUBLIC_REASON = 'only what was filed as a public report is shown, and nothing that says by whom';
const KEY = 'the form holds an api_key';

/** Open311 GeoReport v2, with the update extension of FixMyStreet: programs list services, file requests, follow them. */
@ApiTags('open311')
@ApiProduces('text/xml', 'application/json')
@Controller('open311/v2')
@UseFilters(Open311ErrorsFilter)
export class Open311Controller {
  constructor(
    @Inject(OfferedServices) private readonly services: OfferedServices,
    @Inject(FileRequest) private readonly filing: FileRequest,
    @Inject(PublicRequests) private readonly requests: PublicRequests,
    @Inject(RequestUpdates) private readonly updates: RequestUpdates,
    @Inject(PublicUploads) private readonly uploads: PublicUploads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('services.:format')
  @ApiParam(FORMAT)
  @QueryOfServices()
  @Public('names of services only')
  @RateLimited(600)
  async list(@Param('format') format: string, @Req() request: Open311Request, @Res() response: Response) {
    send(response, format, 'services', presentServices(await this.services.list(languageOf(request))));
  }

  @Get('services/:code.:format')
  @ApiParam(FORMAT)
  @QueryOfServices()
  @Public('questions of services only')
  @RateLimited(600)
  async definition(
    @Param('code') code: string,
    @Param('format') format: string,
    @Req() request: Open311Request,
    @Res() response: Response,
  ) {
    const attributes = await this.services.attributes(code);
    send(response, format, 'service_definition', presentDefinition(code, attributes, languageOf(request)));
  }

  @Post('requests.:format')
  @ApiParam(FORMAT)
  @HttpCode(200)
  @Public(KEY)
  @RateLimited(600)
  @ApiConsumes('application/x-www-form-urlencoded', 'multipart/form-data')
  @ApiBody(REQUEST_FORM)
  async file(@Param('format') format: string, @Req() request: Open311Request, @Res() response: Response) {
    requireFormat(format);
    const form = readRequestForm(bodyOf(request));
    const filed = await this.filing.file(
      form,
      languageOf(request, form.fields.get('lang')),
      sourceOf(request.ip),
      this.uploadsOf(request),
    );
    send(response, format, 'service_requests', presentFiled(filed));
  }

  /** Pictures are held to the rules of the portal and lose all but the picture. They are shown to staff alone. */
  private uploadsOf(request: Open311Request): ReportMedia {
    const files = mediaOf(request);
    return {
      contents: files.map(({ content }) => content),
      upload: async () => {
        const ids: string[] = [];
        for (const file of files) ids.push(...this.uploads.idsOf([(await this.uploads.upload(file)).id]));
        return ids;
      },
    };
  }

  @Get('tokens/:token.:format')
  @ApiParam(FORMAT)
  @QueryOfToken()
  @Public('a token is known to the program that filed')
  @RateLimited(600)
  async token(@Param('token') token: string, @Param('format') format: string, @Res() response: Response) {
    const number = await this.requests.numberOfToken(token);
    send(response, format, 'service_requests', presentToken(number, token));
  }

  @Get('requests.:format')
  @ApiParam(FORMAT)
  @QueryOfRequests()
  @Public(PUBLIC_REASON)
  @RateLimited(300)
  async search(
    @Param('format') format: string,
    @Query() query: Open311Query,
    @Req() request: Open311Request,
    @Res() response: Response,
  ) {
    const search = readRequestSearch(query, this.clock.now());
    const found = await this.requests.search(search, languageOf(request));
    send(response, format, 'service_requests', presentRequests(found, search.extensions));
  }

  @Get('requests/:id.:format')
  @ApiParam(FORMAT)
  @QueryOfRequest()
  @Public(PUBLIC_REASON)
  @RateLimited(600)
  async get(
    @Param('id') id: string,
    @Param('format') format: string,
    @Query() query: Open311Query,
    @Req() request: Open311Request,
    @Res() response: Response,
  ) {
    const found = await this.requests.get(id, languageOf(request));
    send(response, format, 'service_requests', presentRequests(found, query.extensions === 'true'));
  }

  @Get('servicerequestupdates.:format')
  @ApiParam(FORMAT)
  @QueryOfUpdates()
  @Public(PUBLIC_REASON)
  @RateLimited(300)
  async listUpdates(
    @Param('format') format: string,
    @Query() query: Open311Query,
    @Req() request: Open311Request,
    @Res() response: Response,
  ) {
    const window = readUpdateSearch(query, this.clock.now());
    const found = await this.updates.list(window, languageOf(request));
    send(response, format, 'service_request_updates', presentUpdates(found));
  }

  @Post('servicerequestupdates.:format')
  @ApiParam(FORMAT)
  @HttpCode(200)
  @Public(KEY)
  @RateLimited(600)
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody(UPDATE_FORM)
  async addUpdate(
    @Param('format') format: string,
    @Req() request: Open311Request,
    @Res() response: Response,
  ) {
    requireFormat(format);
    const form = readRequestForm(bodyOf(request));
    const id = await this.updates.add(
      form,
      languageOf(request, form.fields.get('lang')),
      sourceOf(request.ip),
    );
    send(response, format, 'service_request_updates', presentUpdateId(id));
  }

  /** Unknown paths are answered in the Open311 format, too. */
  @All('*path')
  @Public('nothing is here')
  @ApiExcludeEndpoint()
  nothing(@Req() request: Open311Request): never {
    throw noRoute(request);
  }
}

function requireFormat(format: string): asserts format is Format {
  if (!FORMATS.includes(format as Format)) throw notFound('route.not_found');
}

/** CORS is open to all sites: the data is public and cookies are not used. */
function send(response: Response, format: string, root: string, value: SparkValue): void {
  requireFormat(format);
  response
    .set({
      'Content-Type': CONTENT_TYPES[format],
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
    .end(serialize(format, root, value));
}
