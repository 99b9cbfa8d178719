import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programPath, waitFor } from '#wasl/testing';
import { freePort } from './free-port.js';

const DOCKER = join(import.meta.dirname, '../../docker/proxy');
const CERTIFICATES = join(import.meta.dirname, 'certificates');
/** Debian's nginx has the stream module as a plugin; the deployment's image has it built in. */
const STREAM_MODULE = '/usr/lib/nginx/modules/ngx_stream_module.so';

export const STAFF_HOST = 'staff.test.example';
export const PUBLIC_HOST = 'public.test.example';

export interface RunningProxy {
  https: number;
  http: number;
  mail: number;
  stop(): Promise<void>;
}

/** The errors of `nginx -t`; empty when the configuration is valid. */
const faultsOf = (args: string[]): string => {
  const { status, stderr } = spawnSync(programPath('nginx')!, ['-t', ...args], { encoding: 'utf8' });
  return status === 0 ? '' : stderr;
};

/**
 * The deployment's nginx.conf with processes on this machine. Only what differs outside a container is changed: folders,
 * ports, and upstream names.
 */
export async function startProxy(behind: {
  api: number;
  portal: number;
  mail: number;
}): Promise<RunningProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'wasl-proxy-'));
  chmodSync(folder, 0o755);
  const [https, http, mail] = [await freePort(), await freePort(), await freePort()];
  mkdirSync(join(folder, 'tls'));
  for (const name of ['staff', 'public'])
    for (const kind of ['crt', 'key'])
      cpSync(join(CERTIFICATES, `proxy.${kind}`), join(folder, 'tls', `${name}.${kind}`));
  const adapted = (name: string) =>
    readFileSync(join(DOCKER, name), 'utf8')
      .replaceAll('${STAFF_HOST}', STAFF_HOST)
      .replaceAll('${PUBLIC_HOST}', PUBLIC_HOST)
      .replaceAll('/etc/nginx/wasl/', `${folder}/`)
      .replaceAll('/etc/nginx/conf.d/', `${folder}/`)
      .replaceAll('/etc/nginx/tls/', `${folder}/tls/`)
      .replace('pid /tmp/nginx.pid', `pid ${folder}/nginx.pid`)
      .replaceAll('_path /tmp/', `_path ${folder}/`)
      .replace('/dev/stdout', `${folder}/access.log`)
      .replaceAll('listen 8443', `listen 127.0.0.1:${https}`)
      .replaceAll('listen 8080', `listen 127.0.0.1:${http}`)
      .replace('listen 2525', `listen 127.0.0.1:${mail}`);
  for (const name of ['nginx.conf', 'forward.conf', 'not-outside.conf'])
    writeFileSync(join(folder, name), adapted(name));
  writeFileSync(join(folder, 'hosts.conf'), adapted('hosts.conf.template'));
  const upstream = (name: string, port: number) => `upstream ${name} { server 127.0.0.1:${port}; }\n`;
  writeFileSync(
    join(folder, 'upstreams.conf'),
    upstream('api', behind.api) + upstream('portal', behind.portal),
  );
  writeFileSync(join(folder, 'mail-upstream.conf'), upstream('mail', behind.mail));
  const modules = existsSync(STREAM_MODULE) ? [`load_module ${STREAM_MODULE};`] : [];
  const args = ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')];
  args.push('-g', [...modules, 'daemon off;'].join(' '));
  const faults = faultsOf(args);
  if (faults) throw new Error(faults);
  const child = spawn(programPath('nginx')!, args, { stdio: 'ignore' });
  await waitFor(() => isListening(https), { what: 'nginx' }).catch((error: Error) => {
    child.kill('SIGKILL');
    throw new Error(`${error.message}\n${readFileSync(join(folder, 'error.log'), 'utf8')}`);
  });
  return { https, http, mail, stop: () => stop(child, folder) };
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

const isListening = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
