import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One second of sound for each second asked for: a tone, as telephone exchanges record it (WAV, 8 kHz, 16 bits). */
export function wavFile(seconds: number): Buffer {
  const samples = 8_000 * seconds;
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(8_000, 24);
  file.writeUInt32LE(16_000, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at++)
    file.writeInt16LE(Math.round(8_000 * Math.sin((at * 2 * Math.PI * 440) / 8_000)), 44 + at * 2);
  return file;
}

/** The part of a telephone exchange that gives out its recordings. */
export class RecordingServer {
  readonly asked: string[] = [];
  answer: (response: ServerResponse, request: IncomingMessage) => void = () => undefined;

  private constructor(
    private readonly server: Server,
    private readonly host: string,
  ) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.asked.push(request.url ?? '');
      this.answer(response, request);
    });
  }

  static async start(host = '127.0.0.1'): Promise<RecordingServer> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, host, done));
    return new RecordingServer(server, host);
  }

  get url(): string {
    return `http://${this.host}:${(this.server.address() as AddressInfo).port}/calls/one.wav?of=%2B97317300001`;
  }

  gives(file: Buffer): void {
    this.answer = (response) => response.writeHead(200, { 'content-type': 'audio/x-wav' }).end(file);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
