import { Controller, Get, Header, Headers, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Response } from 'express';
import { notFound } from '#wasl/kernel';
import { Public } from '../auth/access.js';
import { type RuntimeSettings, SETTINGS } from '../config/settings.js';
import { Metrics } from '../metrics/metrics.js';
import { Health } from './health.js';
import { mayReadMetrics } from './metrics-access.js';

/** For load balancers and monitoring. Exposes names of missing dependencies and metrics, no personal data. */
@ApiExcludeController()
@SkipThrottle()
@Controller()
export class HealthController {
  constructor(
    @Inject(Health) private readonly health: Health,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
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
    const { statusCode, body } = await this.health.readiness();
    response.status(statusCode);
    return body;
  }

  @Get('metrics')
  @Public('numbers only, with METRICS=1 or the token of METRICS_TOKEN; otherwise there is nothing here')
  async metricsText(@Headers('authorization') authorization: string | undefined, @Res() response: Response) {
    if (!mayReadMetrics(this.settings, authorization)) throw notFound('route.not_found');
    response
      .set('Cache-Control', 'no-store')
      .type(this.metrics.registry.contentType)
      .send(await this.metrics.registry.metrics());
  }
}
