import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

type Fields = Record<string, string>;

const written = (fields: Fields) =>
  `${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')}\r\n\r\n`;

/** A fake AMI: greeting, login, actions with list responses, events to all clients that logged in. */
export class FakeAmi {
  readonly actions: Fields[] = [];
  /** what CoreShowChannels lists */
  readonly channels = new Map<string, Fields>();
  readonly members: Fields[] = [];
  readonly entries: Fields[] = [];
  private readonly server: Server;
  private readonly open = new Set<Socket>();
  private readonly signedIn = new Set<Socket>();
  port = 0;

  constructor(
    private readonly user: string,
    public password: string,
  ) {
    this.server = createServer((socket) => this.serve(socket));
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
    return `tcp://${this.user}:${this.password}@127.0.0.1:${this.port}`;
  }

  get isWatched(): boolean {
    return this.signedIn.size > 0;
  }

  /** Sends an event in two writes, as a network may split it. */
  send(fields: Fields): void {
    const text = written(fields);
    for (const socket of this.signedIn) {
      socket.write(text.slice(0, 7));
      socket.write(text.slice(7));
    }
  }

  cut(): void {
    for (const socket of this.open) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.open.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.open.delete(socket);
      this.signedIn.delete(socket);
    });
    socket.write('Asterisk Call Manager/11.0.0\r\n');
    let rest = '';
    socket.on('data', (chunk) => {
      const parts = (rest + chunk.toString()).split('\r\n\r\n');
      rest = parts.pop()!;
      for (const part of parts) this.act(socket, fieldsOf(part));
    });
  }

  private act(socket: Socket, action: Fields): void {
    this.actions.push(action);
    const answer = (fields: Fields) => socket.write(written({ ...fields, ActionID: action.ActionID ?? '' }));
    if (action.Action === 'Login') {
      const right = action.Username === this.user && action.Secret === this.password;
      if (!right) {
        socket.end(
          written({ Response: 'Error', ActionID: action.ActionID!, Message: 'Authentication failed' }),
        );
        return;
      }
      this.signedIn.add(socket);
      socket.write(
        written({ Response: 'Success', ActionID: action.ActionID!, Message: 'Authentication accepted' }),
      );
      socket.write(written({ Event: 'FullyBooted', Privilege: 'system,all', Status: 'Fully Booted' }));
      return;
    }
    if (!this.signedIn.has(socket)) return void answer({ Response: 'Error', Message: 'Permission denied' });
    const list = (items: Fields[], end: string, message: string) => {
      answer({ Response: 'Success', EventList: 'start', Message: message });
      items.forEach(answer);
      answer({ Event: end, EventList: 'Complete', ListItems: String(items.length) });
    };
    switch (action.Action) {
      case 'Ping':
        return void answer({ Response: 'Success', Ping: 'Pong', Timestamp: '1795346776.360268' });
      case 'CoreShowChannels':
        return list([...this.channels.values()], 'CoreShowChannelsComplete', 'Channels will follow');
      case 'QueueStatus':
        return list([...this.members, ...this.entries], 'QueueStatusComplete', 'Queue status will follow');
      case 'QueuePause':
        return void answer({ Response: 'Success', Message: 'Interface paused successfully' });
      default:
        return void answer({ Response: 'Error', Message: 'Invalid/unknown command' });
    }
  }
}

function fieldsOf(text: string): Fields {
  return Object.fromEntries(
    text.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  );
}
