import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MailSender } from '#wasl/notifications';
import { waitFor } from '#wasl/testing';
import { OpenTicket } from '#wasl/tickets';
import { type ExternalMailServer, startExternalMailServer } from '../../../test/support/mail-server.js';
import { type MailSystem, startMailSystem } from '../../../test/support/mail-system.js';
import { MailSigner } from './mail-signer.service.js';

describe('A sender of mail that was stopped for longer than its lease', () => {
  let system: MailSystem;
  let server: ExternalMailServer;
  const email = 'stopped@home.example';

  beforeAll(async () => {
    server = await startExternalMailServer();
    system = await startMailSystem({ SMTP_OUT_URL: server.url });
  });
  afterAll(async () => {
    await system?.stop();
    await server?.stop();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('sends nothing when it goes on, because another may have the mail', async () => {
    const signer = system.app.get(MailSigner);
    const now = performance.now.bind(performance);
    let stoppedMs = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now() + stoppedMs);
    jest.spyOn(signer, 'sign').mockImplementationOnce((content) => {
      stoppedMs = 20_000;
      return Promise.resolve(content);
    });
    await system.app.get(OpenTicket).open({
      subject: 'Street light',
      description: 'It is dark',
      channel: 'web',
      language: 'en',
      requester: { email, name: 'Person' },
      provenance: 'staff',
    });
    const mail = await waitFor(
      async () =>
        (
          await system.db.query<{ id: string; last_error: string }>(
            `SELECT id, last_error FROM outgoing_mail WHERE recipient = $1 AND state = 'queued' AND attempts = 1`,
            [email],
          )
        )[0],
      { what: 'the attempt that was given up' },
    );
    expect(mail.last_error).toContain('lease');
    expect(server.received).toEqual([]);

    await system.db.query('UPDATE outgoing_mail SET next_attempt_at = now() WHERE id = $1', [mail.id]);
    await system.app.get(MailSender).send(mail.id);
    expect(server.received.map(({ to }) => to)).toEqual([[email]]);
  });
});
