import { connect, type Socket } from 'node:net';

/** A minimal SMTP client: one connection, one mail after another. */
export class SmtpClient {
  private buffer = '';
  private waiting?: (line: string) => void;

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      this.buffer += text;
      // The last line of a reply has a space after its code.
      const end = /^(\d{3}) .*\r\n$/m.exec(this.buffer);
      if (!end || !this.buffer.endsWith(end[0])) return;
      this.buffer = '';
      this.waiting?.(end[1]!);
    });
  }

  static async open(port: number): Promise<SmtpClient> {
    const socket = connect(port, '127.0.0.1');
    const client = new SmtpClient(socket);
    await client.reply();
    await client.say('EHLO bench.example');
    return client;
  }

  /** @returns the code of the final answer */
  async send(from: string, to: string, mail: string | Buffer): Promise<string> {
    await this.begin(from, [to]);
    return this.data(mail);
  }

  /** Begins a transaction. @returns the code for each recipient */
  async begin(from: string, to: string[]): Promise<string[]> {
    await this.say(`MAIL FROM:<${from}>`);
    const codes: string[] = [];
    for (const address of to) codes.push(await this.say(`RCPT TO:<${address}>`));
    return codes;
  }

  /** Ends a transaction. @returns the code of the final answer */
  async data(mail: string | Buffer): Promise<string> {
    await this.say('DATA');
    const text = typeof mail === 'string' ? Buffer.from(mail) : mail;
    const stuffed = text.toString('latin1').replace(/^\./gm, '..');
    return this.say(Buffer.from(`${stuffed}\r\n.`, 'latin1'));
  }

  close(): void {
    this.socket.destroy();
  }

  private say(text: string | Buffer): Promise<string> {
    const answer = this.reply();
    // In a single write, because a second one would wait for the acknowledgement of the first (Nagle).
    this.socket.write(typeof text === 'string' ? `${text}\r\n` : Buffer.concat([text, Buffer.from('\r\n')]));
    return answer;
  }

  private reply(): Promise<string> {
    return new Promise((resolve) => (this.waiting = resolve));
  }
}
