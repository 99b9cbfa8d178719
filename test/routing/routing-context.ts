import 'reflect-metadata';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CountryModule } from '#wasl/country';
import { DIRECTORY_ROWS, DirectoryModule } from '#wasl/directory';
import { IDENTITY_ROWS, IdentityModule } from '#wasl/identity';
import { InteractionsModule } from '#wasl/interactions';
import { PlatformModule, readSettings, requireRuntimeSettings } from '#wasl/platform';
import { RequestersModule } from '#wasl/requesters';
import { RoutingModule } from '#wasl/routing';
import { SlaModule } from '#wasl/sla';
import { TicketsModule } from '#wasl/tickets';

@Module({})
class RoutingOnlyModule {}

/** Routing as in a worker, without periodic tasks. */
export function startRouting(databaseUrl: string, dataDir: string): Promise<INestApplicationContext> {
  const settings = requireRuntimeSettings(
    readSettings({
      DATABASE_URL: databaseUrl,
      DATABASE_POOL: '4',
      DATA_DIR: dataDir,
      SECRET_KEY: 'a key for routing only '.repeat(3),
      CTI_TOKEN: 'cti-token-for-routing',
      PORT: '0',
      SMTP_IN_PORT: '0',
      LOG_LEVEL: 'silent',
    }),
  );
  const module = {
    module: RoutingOnlyModule,
    imports: [
      PlatformModule.forRoot(settings, 'worker', [...DIRECTORY_ROWS, ...IDENTITY_ROWS]),
      CountryModule,
      DirectoryModule,
      IdentityModule,
      RequestersModule,
      TicketsModule,
      SlaModule,
      InteractionsModule,
      RoutingModule,
    ],
  };
  return NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
}
