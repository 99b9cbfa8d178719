import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { PinoLogger, runProcess } from '#wasl/platform';
import { WorkerModule } from './worker.module.js';

await runProcess('worker', async (settings) => {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(settings), {
    logger: new PinoLogger('worker', settings.LOG_LEVEL),
    abortOnError: false,
  });
  return { app };
});
