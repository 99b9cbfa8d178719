import { join } from 'node:path';
import { ClientProject } from '../support/client-project.js';
import { startSystem, type TestSystem } from '../support/system.js';

const DOCUMENT = join(import.meta.dirname, '../../apps/api/openapi.json');

/** A second generator, which shares nothing with openapi-typescript: what one of them overlooks the other reports. */
describe('a client that @hey-api/openapi-ts generates from the document', () => {
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

  it('should compile in the strictest way, and file, change, attach and page', async () => {
    const printed = await project.tool(
      '@hey-api/openapi-ts/bin/run.js',
      ...['--input', DOCUMENT, '--output', 'generated', '--no-log-file'],
      ...['--plugins', '@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
    );
    expect(printed).not.toMatch(/warn|duplicate|unsupported/i);
    await project.compile('hey-api.mts');
    const root = await system.signInAs('root');
    const permissions = [
      'ticket.create',
      'ticket.read',
      'ticket.update',
      'attachment.upload',
      'attachment.read',
    ];
    const { body } = await root.post('/api/v1/tokens', { name: 'program', permissions });
    await project.node('hey-api.mjs', system.url, String(body.token));
  });
});
