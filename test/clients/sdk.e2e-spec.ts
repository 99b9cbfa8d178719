import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { ClientProject } from '../support/client-project.js';
import { startSystem, type TestSystem } from '../support/system.js';

const SDK = join(import.meta.dirname, '../../libs/sdk');
const run = promisify(execFile);

interface Packed {
  filename: string;
  files: { path: string }[];
}

const packed = async (folder: string): Promise<Packed> => {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: SDK });
  return (JSON.parse(stdout) as Packed[])[0]!;
};

describe('the SDK as a package', () => {
  let system: TestSystem;
  let project: ClientProject;
  beforeAll(async () => {
    project = await ClientProject.create();
    system = await startSystem({ root: { role: 'administrator' } });
  });
  afterAll(async () => {
    await system?.stop();
    await project?.remove();
  });

  it('should install in an empty project, compile there, and file, change, attach, page and verify', async () => {
    const { filename, files } = await packed(project.folder);
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'dist/index.js', 'dist/index.d.ts']),
    );
    expect(paths.filter((path) => /spec|\.map$|^src/.test(path))).toEqual([]);
    // Offline: it needs no other package.
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${filename}`], {
      cwd: project.folder,
    });
    await project.compile('sdk.mts');
    const root = await system.signInAs('root');
    const permissions = ['ticket.create', 'ticket.read', 'ticket.update', 'attachment.upload'];
    const { body } = await root.post('/api/v1/tokens', { name: 'program', permissions });
    await project.node('sdk.mjs', system.url, String(body.token), JSON.stringify(webhook()));
  });
});

/** A message as the library of Standard Webhooks signs it. */
function webhook() {
  const secret = `whsec_${Buffer.alloc(32, 'key').toString('base64')}`;
  const sent = JSON.stringify({ type: 'ticket.created', timestamp: new Date().toISOString(), data: {} });
  const now = new Date();
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign('msg_1', now, sent),
  };
  return { sent, headers, secret };
}
