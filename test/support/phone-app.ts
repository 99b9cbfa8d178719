import 'reflect-metadata';
import { Module, type Type } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest from 'supertest';
import { CtiToken, PhoneModule } from '#wasl/channels';
import type { Permission, Role } from '#wasl/contracts';
import { permissionsOf, scopeOfRole } from '#wasl/contracts';
import { AuditModule } from '#wasl/audit';
import { CountryModule } from '#wasl/country';
import { DIRECTORY_ROWS, DirectoryModule } from '#wasl/directory';
import { ApiTokens, IDENTITY_ROWS, IdentityModule } from '#wasl/identity';
import { InteractionsModule } from '#wasl/interactions';
import { uuidv7 } from '#wasl/kernel';
import {
  AccessGuard,
  apiUrl,
  Database,
  Metrics,
  PlatformModule,
  type Principal,
  configureHttpApp,
  readSettings,
  requireRuntimeSettings,
} from '#wasl/platform';
import { RequestersModule } from '#wasl/requesters';
import { AgentProfiles, RoutingModule } from '#wasl/routing';
import { SlaModule } from '#wasl/sla';
import { createTestDatabase } from '#wasl/testing';
import { TicketsModule } from '#wasl/tickets';
import { AuditApiModule } from '../../apps/api/src/audit/audit-api.module.js';
import { CtiModule } from '../../apps/api/src/cti/cti.module.js';
import { useCtiBodyParser } from '../../apps/api/src/cti/cti-body.js';

@Module({ providers: [{ provide: APP_GUARD, useClass: AccessGuard }] })
class GuardModule {}

export const QUEUES = {
  general: { dial: ['80008001'], active: true },
  billing: { dial: ['+97317000009'], active: true },
  closed: { dial: ['+97317000008'], active: false },
};

interface PhoneAppOptions {
  /** database of another instance, to start a second process on it */
  databaseUrl?: string;
  settings?: Record<string, string>;
  modules?: Type[];
}

/** The CTI part of the api on its own database, with three queues and no staff. */
export async function startPhoneApp(options: PhoneAppOptions = {}) {
  const url = options.databaseUrl ?? (await createTestDatabase()).url;
  const settings = requireRuntimeSettings(
    readSettings({
      DATABASE_URL: url,
      SECRET_KEY: 'phone '.repeat(8),
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      ...options.settings,
    }),
  );
  const parts = [CountryModule, DirectoryModule, IdentityModule, RequestersModule, TicketsModule, SlaModule];
  @Module({
    imports: [
      PlatformModule.forRoot(settings, 'test', [...DIRECTORY_ROWS, ...IDENTITY_ROWS]),
      ...parts,
      InteractionsModule,
      RoutingModule,
      PhoneModule,
      AuditModule,
      AuditApiModule,
      CtiModule,
      GuardModule,
      ...(options.modules ?? []),
    ],
  })
  class PhoneApp {}
  const app = await NestFactory.create<NestExpressApplication>(PhoneApp, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  useCtiBodyParser(app);
  configureHttpApp(app, settings, app.get(Metrics), { url: apiUrl(settings) });
  await app.init();
  const database = app.get(Database);
  const queueIds = options.databaseUrl ? new Map<string, string>() : await insertQueues(database);
  // Otherwise each parallel supertest call would open and close its own listening socket.
  await app.listen(0, '127.0.0.1');
  const client = supertest(await app.getUrl());
  const path = `/api/v1/cti/${app.get(CtiToken).value}`;
  return {
    app,
    database,
    databaseUrl: url,
    client,
    path,
    send: (event: object) => client.post(path).send(event),
    addStaffMember: (name: string, options: StaffMemberOptions = {}) =>
      addStaffMember(app, queueIds, name, options),
    close: () => app.close(),
  };
}

export type PhoneApp = Awaited<ReturnType<typeof startPhoneApp>>;

async function insertQueues(database: Database): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [position, [key, { dial, active }]] of Object.entries(QUEUES).entries()) {
    const id = uuidv7();
    ids.set(key, id);
    await database.query(
      `INSERT INTO queue (id, key, name_ar, name_en, dial_numbers, active, position) VALUES ($1, $2, $2, $2, $3, $4, $5)`,
      [id, key, dial, active, position],
    );
  }
  return ids;
}

interface StaffMemberOptions {
  extension?: string;
  queues?: string[];
  role?: Role;
  available?: boolean;
}

/** Adds a member of staff, with an API token. */
async function addStaffMember(
  app: NestExpressApplication,
  queueIds: Map<string, string>,
  name: string,
  options: StaffMemberOptions,
) {
  const { extension = null, queues = [], role = 'agent', available = false } = options;
  const database = app.get(Database);
  const id = uuidv7();
  await database.query('INSERT INTO staff (id, email, name, role, extension) VALUES ($1, $2, $3, $4, $5)', [
    id,
    `${name}-${id}@demo.example`,
    name,
    role,
    extension,
  ]);
  for (const queue of queues) {
    await database.query('INSERT INTO agent_queue (staff_id, queue_id) VALUES ($1, $2)', [
      id,
      queueIds.get(queue),
    ]);
  }
  if (available) {
    await database.query(
      `INSERT INTO presence (staff_id, state, since, idle_since) VALUES ($1, 'available', now(), now())`,
      [id],
    );
  }
  app.get(AgentProfiles).invalidate();
  const permissions: Permission[] = [...permissionsOf(role)];
  const owner = { id, scope: scopeOfRole(role), permissions: new Set(permissions) } as unknown as Principal;
  const { token } = await app.get(ApiTokens).create(owner, { name: 'test', permissions });
  return { id, authorization: `Bearer ${token}` };
}
