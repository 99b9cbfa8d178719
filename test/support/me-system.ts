import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest from 'supertest';
import { waitFor } from '#wasl/testing';
import { OpenTicket, type OpenTicketInput } from '#wasl/tickets';
import { createPortal } from '../../apps/portal/src/create-portal.js';
import { FormThrottle } from '../../apps/portal/src/forms/form-throttle.js';
import { freePort } from './free-port.js';
import { IdentityProvider } from './identity-provider.js';
import { type ExternalMailServer, startExternalMailServer } from './mail-server.js';
import { startSystem } from './system.js';

/** Where a portal is that citizens sign in to through a provider. */
export interface MeSystemOptions {
  /** whether there is a provider of citizens */
  provider?: boolean;
  env?: Record<string, string>;
}

/** Portal, api, worker, a mail server outside and, if wanted, the identity provider of citizens. */
export async function startMeSystem({ provider = false, env = {} }: MeSystemOptions = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server: ExternalMailServer = await startExternalMailServer();
  const idp = provider ? await IdentityProvider.start(url) : null;
  const system = await startSystem(
    { mona: {} },
    {
      worker: true,
      env: {
        SMTP_OUT_URL: server.url,
        PORTAL_URL: url,
        PORTAL_PORT: String(port),
        ...idp?.citizenSettings,
        ...env,
      },
    },
  );
  const portal: NestExpressApplication = await createPortal({ ...system.settings, LOG_LEVEL: 'error' });
  portal.get(FormThrottle).delayIfTooFast = async () => undefined;
  await portal.listen(port, '127.0.0.1');

  /** The codes that were mailed to an address, oldest first. */
  const codesTo = (address: string): string[] =>
    server.received
      .filter(({ to }) => to[0] === address)
      .flatMap(({ mail }) => /(?<!\d)\d{8}(?!\d)/.exec(mail.text ?? '')?.[0] ?? []);

  return {
    ...system,
    portal,
    url,
    server,
    idp: idp!,
    /** a browser without scripts */
    agent: () => supertest.agent(url),
    codesTo,
    /** @returns the newest code after those that were known */
    nextCode: (address: string, known: number): Promise<string> =>
      waitFor(() => codesTo(address)[known], { within: 60_000, what: `a code mailed to ${address}` }),
    /** a ticket; by default one that its requester wrote to us themselves */
    file: async (subject: string, input: Pick<OpenTicketInput, 'requester'> & Partial<OpenTicketInput>) => {
      const ticket = await system.api.get(OpenTicket, { strict: false }).open({
        subject,
        description: `About ${subject}`,
        channel: 'web',
        language: 'en',
        provenance: 'staff',
        ...input,
      });
      return { ...ticket, digits: ticket.number.replaceAll('-', '') };
    },
    stop: async () => {
      await portal.close();
      await system.stop();
      await idp?.stop();
      await server.stop();
    },
  };
}

export type MeSystem = Awaited<ReturnType<typeof startMeSystem>>;
