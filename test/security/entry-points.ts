import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest from 'supertest';
import { waitFor } from '#wasl/testing';
import { createPortal } from '../../apps/portal/src/create-portal.js';
import { FormThrottle } from '../../apps/portal/src/forms/form-throttle.js';
import { MailIntake } from '#wasl/channels';
import { createTransport } from 'nodemailer';
import { uuidv7 } from '#wasl/kernel';
import type { Client } from '../support/client.js';
import { type ExternalMailServer, startExternalMailServer } from '../support/mail-server.js';
import { hiddenFieldsOf } from '../support/portal-app.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { FakeTextGateway, GATEWAY_SECRET, signedHeaders } from '../support/text-gateway.js';

export interface RequesterDetails {
  name?: string;
  phone?: string;
  email?: string;
}

export interface FiledTicket {
  number: string;
  trackingCode?: string;
}

/** Every public channel of a running system, with an external mail server and a text gateway. */
export class EntryPoints {
  private constructor(
    readonly system: TestSystem,
    readonly portal: NestExpressApplication,
    readonly mail: ExternalMailServer,
    readonly gateway: FakeTextGateway,
    readonly agent: Client,
    private readonly smtpPort: number,
  ) {}

  static async start(): Promise<EntryPoints> {
    const [mail, gateway] = await Promise.all([startExternalMailServer(), FakeTextGateway.start()]);
    const system = await startSystem(
      { agent: {}, admin: { role: 'administrator' } },
      {
        env: {
          SMTP_OUT_URL: mail.url,
          MESSAGING_URL: gateway.url,
          MESSAGING_SECRET: GATEWAY_SECRET,
          PORTAL_URL: 'http://portal.example',
        },
      },
    );
    const worker = await system.startWorker();
    const portal = await createPortal(system.settings);
    await portal.listen(0, '127.0.0.1');
    portal.get(FormThrottle).delayIfTooFast = async () => undefined;
    return new EntryPoints(
      system,
      portal,
      mail,
      gateway,
      await system.signInAs('agent'),
      worker.get(MailIntake).port,
    );
  }

  async stop(): Promise<void> {
    await this.portal?.close();
    await this.system?.stop();
    await this.mail?.stop();
    await this.gateway?.stop();
  }

  private personCount = 0;

  /** A known person with telephone, email and a ticket. */
  async victim() {
    const n = ++this.personCount;
    const [phone, email, name] = [`+9733330${String(1000 + n)}`, `victim${n}@home.example`, `Victim ${n}`];
    const own = await this.byStaff({ name, phone, email }, `Secret matter ${n}`);
    return { phone, email, own, name, before: await this.ownerOf(phone) };
  }

  /** Contact addresses of an unknown person. */
  attacker() {
    const n = ++this.personCount;
    return { phone: `+9733990${String(1000 + n)}`, email: `attacker${n}@evil.example` };
  }

  /** Over the public API. */
  async byRest(
    requester: RequesterDetails,
    subject = 'Water',
    description = 'It runs',
  ): Promise<FiledTicket> {
    const { status, body } = await this.system.anonymous.post('/api/v1/public/tickets', {
      kind: 'report',
      subject,
      description,
      language: 'en',
      requester: { audience: 'citizen', ...requester },
    });
    if (status !== 201) throw new Error(`filing answered ${status}: ${JSON.stringify(body)}`);
    return body as unknown as FiledTicket;
  }

  /** With the portal form, like a browser without scripts. */
  async byPortal(
    requester: RequesterDetails,
    subject = 'Water',
    description = 'It runs',
  ): Promise<FiledTicket> {
    const agent = supertest.agent(await this.portal.getUrl());
    const page = await agent.get('/en/new?service=none').expect(200);
    const sent = await agent
      .post('/en/new')
      .type('form')
      .send({
        token: hiddenFieldsOf(page.text).token,
        kind: 'report',
        subject,
        description,
        audience: 'citizen',
        ...requester,
        step: 'check',
        go: 'send',
      })
      .expect(303);
    return { number: sent.headers.location!.split('/').at(-1)! };
  }

  /** With the chat form, from a browser without chat support. */
  async byChat(requester: RequesterDetails, question = 'It runs'): Promise<FiledTicket> {
    const agent = supertest.agent(await this.portal.getUrl());
    const page = await agent.get('/en/chat').expect(200);
    const sent = await agent
      .post('/en/chat')
      .type('form')
      .send({ token: hiddenFieldsOf(page.text).token, message: question, ...requester, go: 'next' })
      .expect(303);
    return { number: sent.headers.location!.split('/').at(-1)! };
  }

  /** A mail over SMTP, with any sender. */
  async byMail(
    from: string,
    subject = 'Water',
    body = 'It runs',
    to = 'general@contact.example',
  ): Promise<void> {
    const transport = createTransport({ host: '127.0.0.1', port: this.smtpPort, ignoreTLS: true });
    await transport.sendMail({
      envelope: { from, to },
      raw: [
        `From: <${from}>`,
        `To: <${to}>`,
        `Message-ID: <${uuidv7()}@home.example>`,
        `Subject: ${subject}`,
        'Content-Type: text/plain; charset=utf-8',
        '',
        body,
      ].join('\r\n'),
    });
    transport.close();
  }

  /** A text that arrives through the gateway. */
  async byText(from: string, text: string): Promise<void> {
    const body = JSON.stringify({
      type: 'message',
      id: uuidv7(),
      medium: 'sms',
      from,
      to: '80008001',
      text,
    });
    const { status } = await this.system.anonymous.post(
      '/api/v1/messaging/events',
      body,
      signedHeaders(body),
    );
    if (status >= 300) throw new Error(`the gateway was answered ${status}`);
  }

  /** By an agent who talks to the person. */
  async byStaff(requester: RequesterDetails, subject = 'Water'): Promise<FiledTicket> {
    const { status, body } = await this.agent.post('/api/v1/tickets', {
      subject,
      description: 'As told on the telephone',
      channel: 'phone',
      language: 'en',
      requester: { audience: 'citizen', ...requester },
    });
    if (status !== 201) throw new Error(`staff were answered ${status}: ${JSON.stringify(body)}`);
    return body as unknown as FiledTicket;
  }

  async reply({ number }: FiledTicket, body: string): Promise<void> {
    const { status } = await this.agent.post(`/api/v1/tickets/${number}/messages`, {
      kind: 'public_reply',
      body,
    });
    if (status !== 201) throw new Error(`the reply was answered ${status}`);
  }

  /** Everything sent to an address, decoded. */
  sentTo(address: string): string[] {
    return [
      ...this.mail.received
        .filter(({ to }) => to.includes(address))
        .map(({ mail }) => `${mail.subject}\n${mail.text}`),
      ...this.gateway.to(address).map(({ text }) => text),
    ];
  }

  /** Waits until a matching message has arrived. */
  async arrived(address: string, fits: (text: string) => boolean = () => true): Promise<string> {
    return waitFor(() => this.sentTo(address).find(fits), {
      within: 30_000,
      what: `a message to ${address}`,
    });
  }

  /** Waits until no more messages are being sent. */
  async quiet(): Promise<void> {
    await this.system.waitUntilIdle();
    await waitFor(
      async () =>
        (
          await this.system.database.query(
            `SELECT 1 FROM outgoing_mail WHERE state IN ('queued', 'sending')
             UNION ALL SELECT 1 FROM outgoing_text WHERE state IN ('queued', 'sending')`,
          )
        ).length === 0,
      { within: 30_000, what: 'all messages to have left' },
    );
  }

  /** The requester known by an address. */
  async ownerOf(value: string): Promise<{ id: string; name: string | null; addresses: string[] } | null> {
    const [row] = await this.system.database.query<{ id: string; name: string | null; addresses: string[] }>(
      `SELECT r.id, r.name,
              ARRAY(SELECT value || ' ' || state FROM requester_address WHERE requester_id = r.id ORDER BY 1) AS addresses
         FROM requester_address a JOIN requester r ON r.id = a.requester_id
        WHERE a.value = $1 AND a.state = 'verified'`,
      [value],
    );
    return row ?? null;
  }

  /** The confirmation link that was sent to an address, as a portal path. */
  async linkTo(address: string): Promise<string> {
    const text = await this.arrived(address, (one) => one.includes('/confirm/'));
    return new URL(/https?:\S+\/confirm\/\S+/.exec(text)![0]).pathname;
  }

  get portalClient() {
    return this.portal.getUrl().then((url) => supertest(url));
  }
}
