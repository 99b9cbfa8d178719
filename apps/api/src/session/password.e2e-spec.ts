import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { waitFor } from '#wasl/testing';
import { Client } from '../../../../test/support/client.js';
import { PASSWORD } from '../../../../test/support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';
import { countStatements } from '../../../../test/support/count-statements.js';

const NEXT = 'nine lives of a cat';

describe('passwords', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ mona: {}, ali: {}, gone: {}, hala: {} }, { worker: true });
    await system.database.query(`UPDATE staff SET language = 'ar' WHERE id = $1`, [system.people.hala!.id]);
    await system.database.query('UPDATE staff SET disabled_at = now() WHERE id = $1', [
      system.people.gone!.id,
    ]);
  });
  afterAll(() => system.stop());

  const forgotten = (email: string) => system.anonymous.post('/api/v1/session/password-reset', { email });
  const mails = async () => {
    const folder = join(system.settings.DATA_DIR, 'outgoing-mail');
    const names = await readdir(folder).catch(() => []);
    const whole = names.filter((name) => name.endsWith('.eml'));
    return Promise.all(whole.map(async (name) => simpleParser(await readFile(join(folder, name)))));
  };
  const mailTo = (address: string) =>
    waitFor(async () => (await mails()).find((mail) => JSON.stringify(mail.to).includes(address)), {
      what: `a mail to ${address}`,
    });

  it('should be reset by a link sent to the account’s email, in its language', async () => {
    const hala = await system.signInAs('hala');
    expect((await forgotten('HALA@test.example')).status).toBe(202);
    const mail = await mailTo('hala@test.example');
    expect(mail.subject).toBe('تعيين كلمة مرور جديدة');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    const token = /set-password#([\w-]{43})/.exec(mail.text!)![1]!;
    expect(mail.html).toContain(token);
    const kept = JSON.stringify(
      await system.database.query('SELECT body_text, body_html, headers::text FROM outgoing_mail'),
    );
    expect(kept).not.toContain(token);
    const set = await system.anonymous.post('/api/v1/session/password', { token, password: NEXT });
    expect(set.status).toBe(204);
    expect((await hala.get('/api/v1/session')).status).toBe(401);
    await Client.signIn(system.url, 'hala@test.example', NEXT);
  });

  it('should give the same answer whether the account exists or not', async () => {
    const answers: unknown[] = [];
    const statements: string[][] = [];
    for (const email of ['ali@test.example', 'nobody@test.example', 'gone@test.example']) {
      statements.push(
        await countStatements(async () => {
          const { status, body } = await forgotten(email);
          answers.push({ status, body });
        }),
      );
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const own = statements.map((list) =>
      list.filter((text) => /INTO staff_link|pg_advisory|INTO outbox/.test(text)),
    );
    expect(own[1]).toEqual(own[0]);
    expect(own[2]).toEqual(own[0]);
    await mailTo('ali@test.example');
    expect((await mails()).map((mail) => JSON.stringify(mail.to)).join()).not.toMatch(/nobody|gone/);
  });

  it('should cause at most three mails an hour, also concurrently', async () => {
    await Promise.all(Array.from({ length: 8 }, () => forgotten('mona@test.example')));
    await system.waitUntilIdle();
    const [row] = await system.database.query<{ n: string }>(
      'SELECT count(*) AS n FROM staff_link WHERE staff_id = $1',
      [system.people.mona!.id],
    );
    expect(row!.n).toBe('3');
  });

  it('should be changed with the old password, ending other sessions and their sockets', async () => {
    const [here, there] = [await system.signInAs('mona'), await system.signInAs('mona')];
    await here.connect();
    await there.connect();
    const change = (current: string, next: string) => here.put('/api/v1/me/password', { current, next });
    expect((await change('wrong', NEXT)).body.errors).toMatchObject([{ path: 'current', code: 'wrong' }]);
    expect((await change(PASSWORD, 'too short')).body.errors).toMatchObject([{ code: 'too_short' }]);
    expect((await change(PASSWORD, 'mona@test.example')).body.errors).toMatchObject([
      { code: 'personal_password' },
    ]);
    const changed = await change(PASSWORD, NEXT);
    expect(changed.status).toBe(204);
    // The browser continues with the new cookie; a copy of the old one is invalid.
    const renewed = new Client(system.url, changed.headers.getSetCookie()[0]!.split(';')[0]);
    await waitFor(() => !there.isConnected, { what: 'the other socket to end' });
    expect((await there.get('/api/v1/session')).status).toBe(401);
    expect((await here.get('/api/v1/session')).status).toBe(401);
    expect((await renewed.get('/api/v1/session')).status).toBe(200);
    expect(here.isConnected).toBe(true);
    here.close();
    await Client.signIn(system.url, 'mona@test.example', NEXT);
    const links = await system.database.query('SELECT 1 FROM staff_link WHERE staff_id = $1', [
      system.people.mona!.id,
    ]);
    expect(links).toEqual([]);
  });

  it('should be protected from guessing in an open session', async () => {
    const ali = await system.signInAs('ali');
    const statuses = [];
    for (let n = 0; n < 12; n++) {
      statuses.push((await ali.put('/api/v1/me/password', { current: `guess ${n}`, next: NEXT })).status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(400));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });
});
