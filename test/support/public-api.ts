import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest from 'supertest';
import { CountryModule } from '#wasl/country';
import { Catalogue, DIRECTORY_ROWS, DirectoryModule } from '#wasl/directory';
import { IDENTITY_ROWS, IdentityModule } from '#wasl/identity';
import { InteractionsModule } from '#wasl/interactions';
import { AccessGuard, apiUrl, Database, Metrics, PlatformModule, configureHttpApp } from '#wasl/platform';
import { RequestersModule } from '#wasl/requesters';
import { RoutingModule } from '#wasl/routing';
import { SlaModule } from '#wasl/sla';
import { TicketsModule } from '#wasl/tickets';
import { PublicModule } from '../../apps/api/src/public/public.module.js';
import { insertServices, publicSettings } from './public-fixtures.js';

@Module({ providers: [{ provide: APP_GUARD, useClass: AccessGuard }] })
class GuardModule {}

/** The public part of the api on its own database. */
export async function startPublicApi() {
  const { settings, removeFolder } = await publicSettings();
  @Module({
    imports: [
      PlatformModule.forRoot(settings, 'test', [...DIRECTORY_ROWS, ...IDENTITY_ROWS]),
      CountryModule,
      DirectoryModule,
      IdentityModule,
      RequestersModule,
      TicketsModule,
      SlaModule,
      InteractionsModule,
      RoutingModule,
      PublicModule,
      GuardModule,
    ],
  })
  class PublicApi {}
  const app = await NestFactory.create<NestExpressApplication>(PublicApi, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  configureHttpApp(app, settings, app.get(Metrics), { url: apiUrl(settings) });
  await app.listen(0, '127.0.0.1');
  const database = app.get(Database);
  await insertServices(database);
  app.get(Catalogue).invalidate();
  const close = async () => {
    await app.close();
    removeFolder();
  };
  return { app, database, client: supertest(await app.getUrl()), close };
}

export type PublicApi = Awaited<ReturnType<typeof startPublicApi>>;
