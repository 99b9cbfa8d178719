import { Controller, Get, Inject, Param, Res, UseFilters } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { notFound } from '#wasl/kernel';
import { publicApiUrl, Public, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { Open311ErrorsFilter } from './open311-errors.filter.js';
import { CONTENT_TYPES, type SparkObject, type Format, FORMATS, SparkList, serialize } from './spark.js';

/** The date of the last change of this API. */
const CHANGED = '2026-11-23T00:00:00Z';

/** Service discovery: formats and endpoints. */
@ApiTags('open311')
@ApiProduces('text/xml', 'application/json')
@Controller('open311')
@UseFilters(Open311ErrorsFilter)
export class DiscoveryController {
  constructor(@Inject(SETTINGS) private readonly settings: RuntimeSettings) {}

  @Get('discovery.:format')
  @Public('says what is spoken here')
  discover(@Param('format') format: string, @Res() response: Response): void {
    if (!FORMATS.includes(format as Format)) throw notFound('route.not_found');
    response
      .set({ 'Content-Type': CONTENT_TYPES[format as Format], 'Access-Control-Allow-Origin': '*' })
      .end(serialize(format as Format, 'discovery', this.description()));
  }

  /** Another installation, where programs file reports that nobody acts on. */
  private testEndpoint(): SparkObject[] {
    const { OPEN311_TEST_URL } = this.settings;
    if (!OPEN311_TEST_URL) return [];
    return [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${OPEN311_TEST_URL.replace(/(?<!\/)\/+$/, '')}/open311/v2`,
        changeset: CHANGED,
        type: 'test',
        formats: new SparkList('format', ['text/xml', 'application/json']),
      },
    ];
  }

  private description(): SparkObject {
    const contact = `general@${this.settings.MAIL_DOMAIN}`;
    return {
      changeset: CHANGED,
      contact,
      key_service: `An api_key is given to programs on request: ${contact}`,
      endpoints: new SparkList('endpoint', [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: `${publicApiUrl(this.settings)}/open311/v2`,
          changeset: CHANGED,
          type: this.settings.DEMO ? 'test' : 'production',
          formats: new SparkList('format', ['text/xml', 'application/json']),
        },
        ...this.testEndpoint(),
      ]),
    };
  }
}
