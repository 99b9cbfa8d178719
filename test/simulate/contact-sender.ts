import { setTimeout as pause } from 'node:timers/promises';
import { expectStatus, Http } from './http.js';
import type { LedgerEntry, Ledger } from './ledger.js';
import type { MailSender } from './mail.js';
import { PortalForm } from './portal-form.js';
import type { SimulatedChannel } from './plan.js';
import { Random } from './random.js';
import type { Target } from './target.js';

/** Sends contacts over each channel. */
export class ContactSender {
  private readonly http: Http;
  private readonly portal: PortalForm;

  constructor(
    private readonly target: Target,
    private readonly ledger: Ledger,
    private readonly mail: MailSender,
  ) {
    this.http = new Http(target.api);
    this.portal = new PortalForm(target.portal);
  }

  /** Number of waits for a rate limit of the public interfaces. */
  get limited(): number {
    return this.http.limited + this.portal.limited;
  }

  async send(item: LedgerEntry): Promise<void> {
    const by: Record<SimulatedChannel, (item: LedgerEntry) => Promise<void>> = {
      email: (one) => this.byMail(one),
      web: (one) => this.byForm(one),
      api: (one) => this.byApi(one),
      phone: (one) => this.byPhone(one),
    };
    try {
      await by[item.arrival.channel](item);
    } catch (error) {
      item.fault = (error as Error).message;
    }
  }

  private async byMail(item: LedgerEntry): Promise<void> {
    const { n, content, twice } = item.arrival;
    const { marks } = this.ledger;
    const mail = {
      from: { name: content.name, address: marks.address(n) },
      to: `${content.queue}@${this.target.mailDomain}`,
      messageId: marks.messageId(n),
      subject: `${content.subject} ${marks.of(n)}`,
      text: `${content.text}\n\n${content.name}\n`,
    };
    // Mail servers resend when they missed the reply; sending both at the same moment is the hardest case.
    const sendings = Array.from({ length: twice ? 2 : 1 }, async () => {
      await this.mail.send(mail);
      this.ledger.acknowledge(item, { messageId: mail.messageId });
    });
    await Promise.all(sendings);
  }

  private async byForm(item: LedgerEntry): Promise<void> {
    const { n, content, twice, seed } = item.arrival;
    const { marks } = this.ledger;
    const filing = { ...content, email: marks.address(n), mark: marks.of(n) };
    for (const number of await this.portal.file(filing, new Random(seed), twice))
      this.ledger.acknowledge(item, { number });
  }

  private async byApi(item: LedgerEntry): Promise<void> {
    const { n, content, twice } = item.arrival;
    const { marks } = this.ledger;
    const json = {
      kind: content.kind,
      subject: `${content.subject} ${marks.of(n)}`,
      description: content.text,
      language: content.language,
      requester: { name: content.name, email: marks.address(n), audience: 'resident' },
    };
    const ask = { json, headers: { 'idempotency-key': marks.of(n) } };
    for (let times = 0; times < (twice ? 2 : 1); times++) {
      const answer = await this.http.post<{ number: string }>('/api/v1/public/tickets', ask);
      const { number } = expectStatus(answer, 201, 'public ticket').body;
      this.ledger.acknowledge(item, { number });
    }
  }

  /** An inbound call. If an agent's telephone rings it may be answered; otherwise the caller hangs up in the end. */
  private async byPhone(item: LedgerEntry): Promise<void> {
    const { n, content, givesUp, seed } = item.arrival;
    const random = new Random(seed);
    const callId = this.ledger.marks.callId(n);
    const from = this.ledger.marks.phone(n);
    const call = { event: 'newCall', direction: 'in', from, to: '80008001', queue: content.queue, callId };
    const answer = await this.webhook<{ action?: string; number?: string }>(item, call);
    if (answer.action === 'dial' && !givesUp) {
      await pause(random.between(200, 800));
      await this.webhook(item, { event: 'answer', callId, answeringNumber: answer.number });
      await pause(random.between(500, 1_500));
      await this.webhook(item, { event: 'hangup', callId, cause: 'normalClearing' });
    } else {
      await pause(random.between(200, 1_500));
      await this.webhook(item, { event: 'hangup', callId, cause: 'cancel' });
      item.ticketDue = true;
    }
    this.ledger.acknowledge(item, { callId });
  }

  private async webhook<T>(item: LedgerEntry, event: Record<string, unknown>): Promise<T> {
    // Some PBXs send JSON, some forms.
    const asForm = item.arrival.seed % 2 === 1;
    const form = new URLSearchParams(
      Object.entries(event).map(([name, value]) => [name, String(value ?? '')]),
    );
    const ask = asForm ? { form } : { json: event };
    const sendings = Array.from({ length: item.arrival.twice ? 2 : 1 }, () =>
      this.http.post<T>(`/api/v1/cti/${this.target.ctiToken}`, ask),
    );
    const [first] = await Promise.all(sendings);
    return expectStatus(first!, 200, `webhook ${event.event as string}`).body;
  }
}
