import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { freePort } from './free-port.js';

const PASSWORD = 'a-password-of-the-tests';
const START_MS = 60_000;

/** Debian's Dovecot in its own folder and on its own port, as an unprivileged user. */
export class Dovecot {
  private readonly folder = mkdtempSync(join(tmpdir(), 'wasl-dovecot-'));
  private child?: ChildProcess;

  private constructor(
    private readonly program: string,
    readonly port: number,
  ) {}

  static async start(program: string): Promise<Dovecot> {
    const dovecot = new Dovecot(program, await freePort());
    dovecot.configure();
    await dovecot.run();
    return dovecot;
  }

  url(user = 'contact', folder = 'INBOX'): string {
    return `imap://${user}:${PASSWORD}@127.0.0.1:${this.port}/${encodeURIComponent(folder)}`;
  }

  /** An IMAP client that reads a mailbox and appends mail. */
  async open(user = 'contact'): Promise<ImapFlow> {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: this.port,
      secure: false,
      auth: { user, pass: PASSWORD },
      logger: false,
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** Kills it, with all connections. */
  async kill(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }

  /** Starts it again with its mailboxes. */
  async run(): Promise<void> {
    const { program, folder } = this;
    const as = process.getuid?.() === 0 ? nobody() : {};
    this.child = spawn(program, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore', ...as });
    const end = Date.now() + START_MS;
    for (;;) {
      try {
        const client = await this.open('nobody-yet');
        await client.logout();
        return;
      } catch (error) {
        if (Date.now() > end)
          throw new Error(`Dovecot did not start: ${(error as Error).message}`, { cause: error });
        await pause(100);
      }
    }
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private configure(): void {
    const { folder, port } = this;
    const asRoot = process.getuid?.() === 0;
    const { uid, gid } = asRoot ? nobody() : userInfo();
    const user = asRoot ? 'nobody' : userInfo().username;
    const group = execFileSync('id', ['-gn', user], { encoding: 'utf8' }).trim();
    for (const name of ['run', 'state', 'mail']) mkdirSync(join(folder, name));
    writeFileSync(
      join(folder, 'dovecot.conf'),
      `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
mail_location = maildir:${folder}/mail/%u
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`,
    );
    if (!asRoot) return;
    for (const name of ['', 'run', 'state', 'mail', 'dovecot.conf']) {
      const path = join(folder, name);
      if (existsSync(path)) chownSync(path, uid, gid);
    }
    chmodSync(folder, 0o755);
  }
}

function nobody(): { uid: number; gid: number } {
  const id = (what: string) => Number(execFileSync('id', [what, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
