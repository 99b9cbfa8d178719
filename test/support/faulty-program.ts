import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { runProcess } from '#wasl/platform';

/** A production-like process with endpoints that cause uncaught errors. */
@Controller()
class FaultyController {
  @Get('slow')
  async slow(): Promise<string> {
    await pause(1_500);
    return 'done';
  }

  @Get('endless')
  endless(): Promise<string> {
    return new Promise(() => undefined);
  }

  @Get('throw')
  throw(): string {
    setImmediate(() => {
      throw new RangeError('about mona@example.org');
    });
    return 'soon';
  }

  @Get('reject')
  reject(): string {
    void Promise.reject(new RangeError('about mona@example.org'));
    return 'soon';
  }
}

@Module({ controllers: [FaultyController] })
class FaultyModule {}

await runProcess('faulty', async () => {
  const app = await NestFactory.create<NestExpressApplication>(FaultyModule, { logger: false });
  await app.listen(0, '127.0.0.1');
  return { app, url: await app.getUrl() };
});
