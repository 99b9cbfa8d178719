import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { PinoLogger, reportPhase, runProcess } from '#wasl/platform';
import { ApiModule } from './api.module.js';
import { configureApi } from './configure-api.js';

await runProcess('api', async (settings) => {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(settings), {
    logger: new PinoLogger('api', settings.LOG_LEVEL),
    bodyParser: false,
    abortOnError: false,
  });
  configureApi(app, settings);
  reportPhase('listening');
  await app.listen(settings.PORT, settings.HOST);
  return { app, url: `http://localhost:${settings.PORT}` };
});
