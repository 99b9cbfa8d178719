import { connect, type Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';
import { Logger } from '@nestjs/common';
import { catchAndLog } from '#wasl/platform';
import { type AmiMessage, AmiParser, amiAction } from './domain/ami-messages.js';
import { AsteriskRefused, asteriskAddress } from './asterisk-address.js';

const CONNECT_MS = 5_000;
const ANSWER_MS = 10_000;
/** a silently broken connection is noticed within two of these */
const PING_MS = 15_000;

interface PendingAction {
  events: AmiMessage[];
  settle(answer: AmiMessage, events: AmiMessage[]): void;
  fail(error: Error): void;
}

/** One connection to the Asterisk Manager Interface, from its login to its end. */
export class AmiClient {
  private readonly pending = new Map<string, PendingAction>();
  private readonly messages = new AmiParser();
  private readonly decoder = new StringDecoder('utf8');
  private actions = 0;
  private ping?: NodeJS.Timeout;

  private constructor(
    private readonly socket: Socket,
    private readonly onEvent: (message: AmiMessage) => void,
  ) {
    socket.setKeepAlive(true, PING_MS);
    socket.on(
      'data',
      catchAndLog(new Logger('Asterisk'), 'AMI message', (chunk: Buffer) => this.take(chunk)),
    );
  }

  /**
   * Connects and signs in for events of calls and agents.
   * @param onClosed called once after the connection was established
   * @throws AsteriskRefused with a wrong name or password; Error when nobody answers
   */
  static async open(
    url: string,
    on: { event: (message: AmiMessage) => void; closed: () => void },
  ): Promise<AmiClient> {
    const { host, port, user, password } = asteriskAddress(url, 5038);
    const client = new AmiClient(await connectSocket(host, port), on.event);
    client.socket.on('close', () => {
      client.ended();
      on.closed();
    });
    try {
      await client.signIn(user, password);
    } catch (error) {
      client.close();
      throw error;
    }
    client.ping = setInterval(
      () => void client.send({ Action: 'Ping' }).catch(() => client.close()),
      PING_MS,
    );
    return client;
  }

  private async signIn(user: string, password: string): Promise<void> {
    const answer = await this.send({
      Action: 'Login',
      Username: user,
      Secret: password,
      Events: 'call,agent',
    });
    if (answer.get('Response') === 'Success') return;
    throw new AsteriskRefused(`AMI refused the sign-in: ${answer.get('Message') ?? 'no reason given'}`);
  }

  /** @returns the response. @throws Error when none comes in time or the connection ends */
  send(fields: Readonly<Record<string, string>>): Promise<AmiMessage> {
    return this.ask(fields).then(({ answer }) => answer);
  }

  /** Like send, for actions that return a list. @returns its events, without the one that ends it */
  async list(fields: Readonly<Record<string, string>>): Promise<AmiMessage[]> {
    const { answer, events } = await this.ask(fields);
    if (answer.get('Response') === 'Error') throw new Error(`AMI ${fields.Action}: ${answer.get('Message')}`);
    return events;
  }

  close(): void {
    this.socket.destroy();
  }

  private ask(
    fields: Readonly<Record<string, string>>,
  ): Promise<{ answer: AmiMessage; events: AmiMessage[] }> {
    const id = `wasl-${++this.actions}`;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.pending.get(id)?.fail(new Error('AMI did not answer in time')),
        ANSWER_MS,
      );
      const over = () => {
        clearTimeout(timer);
        this.pending.delete(id);
      };
      this.pending.set(id, {
        events: [],
        settle: (answer, events) => (over(), resolve({ answer, events })),
        fail: (error) => (over(), reject(error)),
      });
      const { Action, ...rest } = fields;
      this.socket.write(amiAction({ Action: Action!, ActionID: id, ...rest }));
    });
  }

  /** When the PBX was started, in its own words; null when it does not say. */
  async startedAt(): Promise<string | null> {
    const status = await this.send({ Action: 'CoreStatus' });
    const [date, time] = [status.get('CoreStartupDate'), status.get('CoreStartupTime')];
    return date && time ? `${date} ${time}` : null;
  }

  private take(chunk: Buffer): void {
    let messages: AmiMessage[];
    try {
      messages = this.messages.push(this.decoder.write(chunk));
    } catch {
      this.close();
      return;
    }
    for (const message of messages) {
      const pending = this.pending.get(message.get('ActionID') ?? '');
      if (pending) this.answer(pending, message);
      else if (message.has('Event')) this.onEvent(message);
    }
  }

  /** The response itself, or an item of the list that follows it. */
  private answer(pending: PendingAction & { head?: AmiMessage }, message: AmiMessage): void {
    if (message.has('Response')) {
      // For a list, this response announces the items; otherwise it is the whole answer.
      if (/^start$/i.test(message.get('EventList') ?? '')) pending.head = message;
      else pending.settle(message, []);
    } else if (/^(complete|cancelled)$/i.test(message.get('EventList') ?? '')) {
      pending.settle(pending.head ?? message, pending.events);
    } else {
      pending.events.push(message);
    }
  }

  private ended(): void {
    clearInterval(this.ping);
    for (const pending of [...this.pending.values()]) pending.fail(new Error('AMI connection ended'));
  }
}

function connectSocket(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: CONNECT_MS });
    const give = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.once('timeout', () => give(new Error('AMI does not answer')));
    socket.once('error', give);
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.off('error', give);
      // Any later error ends in `close`.
      socket.on('error', () => undefined);
      resolve(socket);
    });
  });
}
