// Programs that npm cannot install: the browser of the journeys, Redis, Dovecot and nginx for the suites that need them.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const PROGRAMS = [
  {
    // Debian's headless shell where it can be had: a whole browser does the same in twice the time.
    names: [
      'chromium-headless-shell',
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
    ],
    packages: ['chromium-headless-shell', 'fonts-noto-core'],
  },
  { names: ['redis-server', 'valkey-server'], packages: ['redis-server'] },
  { names: ['dovecot'], packages: ['dovecot-imapd'] },
  { names: ['nginx'], packages: ['nginx-light', 'libnginx-mod-stream'] },
];

/** Installs missing programs where possible without asking; otherwise reports them. */
export async function ensurePrograms(say) {
  const missing = PROGRAMS.filter(({ names }) => !names.some(isOnPath));
  if (missing.length === 0) return;
  const names = missing.map((program) => program.names[0]).join(' and ');
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) {
    say(`Not installed: ${names}; the suites that need them are skipped`);
    return;
  }
  say(`Installing ${names}`);
  const packages = missing.flatMap((program) => program.packages);
  const install = (list) => apt('install', '-y', '-q', '--no-install-recommends', ...list);
  // Older systems have no package of the headless shell.
  const others = packages.map((name) => name.replace(/^chromium-headless-shell$/, 'chromium'));
  if (!apt('update', '-q') || !(install(packages) || install(others))) {
    say(`Could not install ${names}; the suites that need them are skipped`);
  }
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, stdio: 'ignore' }).status === 0;
}

function isOnPath(name) {
  return `${process.env.PATH ?? ''}${delimiter}/usr/sbin`.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return folder !== '';
    } catch {
      return false;
    }
  });
}
