import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '#wasl/testing';
import { dockerFolder } from './compose-file.js';
import { freePort } from './free-port.js';

const START_MS = 60_000;
/** Where it is unpacked, when it is not installed. */
const ROOT = process.env.ASTERISK_ROOT ?? '/';
const NOT_NEEDED = ['chan_dahdi', 'pbx_lua', 'pbx_ael', 'res_config_ldap', 'res_snmp', 'res_corosync'];

/** A real Asterisk with the dialplan of this project. Telephones are local channels that answer after a second. */
export class Asterisk {
  private readonly folder = mkdtempSync(join(tmpdir(), 'wasl-asterisk-'));
  private child?: ChildProcess;

  private constructor(readonly port: number) {}

  /** @param webhook where the dialplan tells of calls while no worker is connected */
  static async start(program: string, webhook: string): Promise<Asterisk> {
    const asterisk = new Asterisk(await freePort());
    asterisk.configure(webhook);
    await asterisk.run(program);
    return asterisk;
  }

  get url(): string {
    return `http://wasl:secret@127.0.0.1:${this.port}`;
  }

  /** Somebody calls a number over the trunk. @returns the id of the caller's channel */
  async call(number: string, from: string): Promise<string> {
    const query = new URLSearchParams({
      endpoint: `Local/${number}@from-trunk/n`,
      context: 'caller',
      extension: 's',
      priority: '1',
      callerId: from,
    });
    const { id } = (await this.ask('POST', `/channels?${query}`)) as { id: string };
    return id;
  }

  async hangUp(channelId: string): Promise<void> {
    await this.ask('DELETE', `/channels/${encodeURIComponent(channelId)}`);
  }

  async recordings(): Promise<string[]> {
    return ((await this.ask('GET', '/recordings/stored')) as { name: string }[]).map(({ name }) => name);
  }

  async channels(): Promise<unknown[]> {
    return (await this.ask('GET', '/channels')) as unknown[];
  }

  async stop(): Promise<void> {
    if (this.child && this.child.exitCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async ask(method: string, path: string): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${this.port}/ari${path}`, {
      method,
      signal: AbortSignal.timeout(5_000),
      headers: { authorization: `Basic ${Buffer.from('wasl:secret').toString('base64')}` },
    });
    const text = await response.text();
    // It answers with errors until it has begun.
    if (!response.ok) throw new Error(`Asterisk answered ${response.status}: ${text.slice(0, 200)}`);
    return text === '' ? null : JSON.parse(text);
  }

  private async run(program: string): Promise<void> {
    this.child = spawn(program, ['-f', '-C', join(this.folder, 'asterisk.conf')], { stdio: 'ignore' });
    await waitFor(() => this.ask('GET', '/asterisk/info').then(Boolean), {
      within: START_MS,
      what: 'Asterisk',
    });
  }

  private configure(webhook: string): void {
    const { folder } = this;
    const write = (name: string, ...lines: string[]) =>
      writeFileSync(join(folder, `${name}.conf`), `${lines.join('\n')}\n`);
    for (const name of ['lib', 'spool/recording', 'run', 'log'])
      mkdirSync(join(folder, name), { recursive: true });
    write(
      'asterisk',
      '[directories]',
      `astetcdir => ${folder}`,
      `astmoddir => ${modulesFolder()}`,
      `astdatadir => ${join(ROOT, 'usr/share/asterisk')}`,
      ...['astvarlibdir', 'astdbdir', 'astkeydir'].map((name) => `${name} => ${join(folder, 'lib')}`),
      `astspooldir => ${join(folder, 'spool')}`,
      `astrundir => ${join(folder, 'run')}`,
      `astlogdir => ${join(folder, 'log')}`,
    );
    write('modules', '[modules]', 'autoload=yes', ...NOT_NEEDED.map((name) => `noload => ${name}.so`));
    write('http', '[general]', 'enabled=yes', 'bindaddr=127.0.0.1', `bindport=${this.port}`);
    write('ari', '[general]', 'enabled=yes', '[wasl]', 'type=user', 'read_only=no', 'password=secret');
    write('logger', '[general]', '[logfiles]', 'messages => notice,warning,error,verbose');
    copyFileSync(join(dockerFolder, 'asterisk/queues.conf'), join(folder, 'queues.conf'));
    const dialplan = readFileSync(join(dockerFolder, 'asterisk/extensions.conf'), 'utf8')
      .replace(/^WASL=.*$/m, `WASL=${webhook}`)
      .replace('Dial(PJSIP/${WASL_NUMBER},', 'Dial(Local/${WASL_NUMBER}@phones,');
    write(
      'extensions',
      dialplan,
      '[phones]',
      'exten => _X.,1,Ringing()',
      ' same => n,Wait(1)',
      ' same => n,Answer()',
      ' same => n,Playtones(440)',
      ' same => n,Wait(60)',
      '[caller]',
      'exten => s,1,Playtones(350)',
      ' same => n,Wait(60)',
    );
  }
}

/** In a folder of the processor's kind, as Debian installs it, or in none. */
function modulesFolder(): string {
  const lib = join(ROOT, 'usr/lib');
  const folders = ['', ...readdirSync(lib)].map((name) => join(lib, name, 'asterisk/modules'));
  return folders.find(existsSync) ?? folders[0]!;
}
