import { connect, type Socket } from 'node:net';

/** The least SMTP client: one connection, one mail after another. */
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
  async send(from: string, to: string, mail: string): Promise<string> {
    await this.say(`MAIL FROM:<${from}>`);
    await this.say(`RCPT TO:<${to}>`);
    await this.say('DATA');
    return this.say(`${mail.replace(/^\./gm, '..')}\r\n.`);
  }

  close(): void {
    this.socket.destroy();
  }

  private say(text: string): Promise<string> {
    const answer = this.reply();
    this.socket.write(`${text}\r\n`);
    return answer;
  }

  private reply(): Promise<string> {
    return new Promise((resolve) => (this.waiting = resolve));
  }
}
