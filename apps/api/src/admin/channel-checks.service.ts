import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { ExchangeHealth, MailboxHealth, TextGateway } from '#wasl/channels';
import { notFound } from '#wasl/kernel';
import { MailTransport } from '#wasl/notifications';
import { apiUrl, portalUrl, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { VirusScanner } from '#wasl/tickets';

/** The channels and the services that they depend on. */
export const CHANNEL_PARTS = [
  'console',
  'portal',
  'mail_out',
  'mailbox',
  'texts',
  'exchange_calls',
  'exchange_queues',
  'scanner',
] as const;
export type ChannelPart = (typeof CHANNEL_PARTS)[number];

export interface ChannelCheck {
  ok: boolean;
  /** the error of the server or the network */
  fault: string | null;
  tookMs: number;
}

const PATIENCE_MS = 10_000;
const LONGEST_FAULT = 300;

/** Checks each channel by connecting to it, without sending anything to people. */
@Injectable()
export class ChannelChecks {
  constructor(
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(MailTransport) private readonly mail: MailTransport,
    @Inject(TextGateway) private readonly texts: TextGateway,
    @Inject(VirusScanner) private readonly scanner: VirusScanner,
    @Inject(MailboxHealth) private readonly mailbox: MailboxHealth,
    @Inject(ExchangeHealth) private readonly exchange: ExchangeHealth,
  ) {}

  /** Whether the channel is configured. Without settings, mail is written to files and the URLs are those of this machine. */
  isSet(part: ChannelPart): boolean {
    const { IMAP_URL, ASTERISK_ARI_URL, ASTERISK_AMI_URL } = this.settings;
    switch (part) {
      case 'mailbox':
        return IMAP_URL !== undefined;
      case 'texts':
        return this.texts.isConfigured;
      case 'exchange_calls':
        return ASTERISK_ARI_URL !== undefined;
      case 'exchange_queues':
        return ASTERISK_AMI_URL !== undefined;
      case 'scanner':
        return this.scanner.isSet;
      default:
        return true;
    }
  }

  /** @throws not_found `channel.not_set` */
  async check(part: ChannelPart): Promise<ChannelCheck> {
    if (!this.isSet(part)) throw notFound('channel.not_set');
    const began = performance.now();
    const fault = await this.try(part).then(
      () => null,
      (error: Error) => (error.message || error.name).slice(0, LONGEST_FAULT),
    );
    return { ok: fault === null, fault, tookMs: Math.round(performance.now() - began) };
  }

  private async try(part: ChannelPart): Promise<void> {
    switch (part) {
      case 'console':
        return answers(apiUrl(this.settings));
      case 'portal':
        return answers(portalUrl(this.settings));
      case 'mail_out':
        return this.mail.check();
      case 'texts':
        return this.texts.check();
      case 'scanner':
        return this.scan();
      case 'mailbox':
        return requireConnected(await this.mailbox.read());
      case 'exchange_calls':
        return requireConnected((await this.exchange.read()).ari);
      case 'exchange_queues':
        return requireConnected((await this.exchange.read()).ami);
    }
  }

  private async scan(): Promise<void> {
    const found = await this.scanner.scan(Readable.from([Buffer.from('nothing in here')]));
    if (found) throw new Error(found);
  }
}

/** Through the public URL, including any proxy in front. */
async function answers(address: string): Promise<void> {
  const response = await fetch(`${address}/health/live`, {
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((error: Error) => {
    const cause = (error.cause as { code?: string } | undefined)?.code;
    throw new Error(`${address}: ${cause ?? error.name}`);
  });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
}

/** Only workers hold these connections; they report their state themselves. */
function requireConnected(line: { state: string; fault: string | null } | null): void {
  if (line?.state !== 'connected') throw new Error(line?.fault ?? line?.state ?? 'off');
}
