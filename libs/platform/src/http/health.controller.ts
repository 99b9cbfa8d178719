import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Response } from 'express';
import { Public } from '../auth/access.js';
import { Metrics } from '../metrics/metrics.js';
import { Health } from './health.js';

/** For load balancers and monitoring. Tells names of missing parts and numbers, nothing personal. */
@ApiExcludeController()
@SkipThrottle()
@Controller()
export class HealthController {
  constructor(
    @Inject(Health) private readonly health: Health,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @Public('answers that the process runs')
  @Header('Cache-Control', 'no-store')
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Public('names missing parts only')
  @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) response: Response) {
    const missing = await this.health.missing();
    const isUnable = missing.some(({ vital }) => vital);
    if (isUnable) response.status(503);
    const status = isUnable ? 'unavailable' : missing.length > 0 ? 'impaired' : 'ok';
    return { status, missing: missing.map(({ name }) => name) };
  }

  @Get('metrics')
  @Public('numbers only; the proxy in front keeps it inside')
  async metricsText(@Res() response: Response) {
    response.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}
