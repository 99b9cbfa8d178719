import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** An external SMTP server that accepts or refuses our mail. */
export interface ExternalMailServer {
  url: string;
  received: { raw: string; mail: ParsedMail; from: string; to: string[] }[];
  /** the reply code from now on; null accepts mail */
  refuseWith: number | null;
  /** called with the complete mail before the reply */
  beforeAnswer: () => Promise<void>;
  stop(): Promise<void>;
}

export async function startExternalMailServer(): Promise<ExternalMailServer> {
  const self: ExternalMailServer = {
    url: '',
    received: [],
    refuseWith: null,
    beforeAnswer: async () => undefined,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 200,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => void take(Buffer.concat(chunks), session.envelope).then(() => done(), done));
    },
  });
  const take = async (content: Buffer, envelope: { mailFrom: unknown; rcptTo: { address: string }[] }) => {
    await self.beforeAnswer();
    if (self.refuseWith)
      throw Object.assign(new Error('refused\r\nby the test'), { responseCode: self.refuseWith });
    self.received.push({
      raw: content.toString('utf8'),
      mail: await simpleParser(content),
      from: (envelope.mailFrom as { address: string }).address,
      to: envelope.rcptTo.map(({ address }) => address),
    });
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  self.url = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`;
  return self;
}
