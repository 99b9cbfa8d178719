import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { TestS3 } from '../../../../test/support/s3-server.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

describe.each(['a folder', 'S3'])('while the file store is unavailable: %s', (where) => {
  let s3: TestS3 | undefined;
  let system: TestSystem;
  let agent: Client;

  beforeAll(async () => {
    if (where === 'S3') s3 = await TestS3.start();
    system = await startSystem({ mona: {} }, { env: s3?.env });
    agent = await system.signInAs('mona');
  });
  afterAll(async () => {
    await system.stop();
    await s3?.stop();
  });

  const folder = () => join(system.settings.DATA_DIR, 'attachments');
  /** A file in place of the folder: how an unmounted share fails differs by machine. */
  async function setAway(away: boolean): Promise<void> {
    if (s3) return s3.setOffline(away);
    if (away) {
      await rename(folder(), `${folder()}.aside`);
      await writeFile(folder(), 'no folder');
    } else {
      await rm(folder());
      await rename(`${folder()}.aside`, folder());
    }
  }
  const upload = async (content: Buffer) => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(content)]), 'file.bin');
    const response = await fetch(`${system.url}/api/v1/attachments`, {
      method: 'POST',
      body: form,
      headers: { cookie: agent.cookie!, 'accept-language': 'en' },
    });
    return {
      status: response.status,
      again: response.headers.get('retry-after'),
      body: (await response.json()) as Record<string, string>,
    };
  };
  const ready = async () => {
    const response = await fetch(`${system.url}/health/ready`);
    return { status: response.status, body: await response.json() };
  };

  it('should refuse files with 503, report the store in /health/ready, and serve everything else', async () => {
    const { body: kept } = await upload(randomBytes(1_000));
    expect(await ready()).toEqual({ status: 200, body: { status: 'ok', missing: [] } });
    await setAway(true);
    try {
      const refused = await upload(randomBytes(1_000));
      expect([refused.status, refused.body.code, refused.again]).toEqual([503, 'files.away', '5']);
      expect(refused.body.detail).toBe('Files cannot be stored or read right now. Please try again shortly.');
      const unread = await agent.get(`/api/v1/attachments/${kept.id}`);
      expect([unread.status, unread.body.code]).toEqual([503, 'files.away']);
      await waitFor(async () => JSON.stringify(await ready()).includes('file store'), {
        what: 'the store to be named',
      });
      expect(await ready()).toEqual({ status: 200, body: { status: 'impaired', missing: ['file store'] } });
      const opened = await agent.post('/api/v1/tickets', {
        subject: 'No water',
        description: 'Since this morning',
        requester: { phone: '+97336001234' },
      });
      expect(opened.status).toBe(201);
    } finally {
      await setAway(false);
    }
    expect((await agent.get(`/api/v1/attachments/${kept.id}`)).status).toBe(200);
    expect((await upload(randomBytes(1_000))).status).toBe(201);
    await waitFor(async () => (await ready()).body.status === 'ok', {
      what: 'the store to be back',
    });
    // No file is reported as stored that is not.
    const rows = await system.database.query('SELECT 1 FROM attachment');
    expect(rows).toHaveLength(2);
  });
});
