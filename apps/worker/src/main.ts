import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PinoLogger, reportPhase, runProcess, serveHealth } from '#wasl/platform';
import { WorkerModule } from './worker.module.js';

await runProcess('worker', async (settings) => {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(settings), {
    logger: new PinoLogger('worker', settings.LOG_LEVEL),
    abortOnError: false,
  });
  reportPhase('listening');
  const { url } = await serveHealth(app, settings.WORKER_PORT);
  new Logger('Health').log(`answers at ${url}`);
  return { app, url };
});
