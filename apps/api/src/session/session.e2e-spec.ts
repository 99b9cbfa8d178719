import { startSystem, type TestSystem } from '../../../../test/support/system.js';
import { PASSWORD } from '../../../../test/support/seed-contact-centre.js';

describe('signing in', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ mona: {}, gone: {}, victim: {} });
  });
  afterAll(() => system.stop());

  const signIn = (email: string, password: string) =>
    system.anonymous.post('/api/v1/session', { email, password });

  it('should set a cookie with HttpOnly and SameSite', async () => {
    const answer = await signIn('MONA@test.example', PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(/^wasl_session=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
    expect(answer.body).toEqual({
      user: {
        id: system.people.mona!.id,
        name: 'mona',
        entity: null,
        email: 'mona@test.example',
        role: 'agent',
        language: 'en',
        permissions: expect.arrayContaining(['ticket.read', 'offer.own']),
      },
    });
  });

  it('should give the same answer for wrong password, unknown account and disabled account', async () => {
    await system.database.query('UPDATE staff SET disabled_at = now() WHERE id = $1', [
      system.people.gone!.id,
    ]);
    const answers = [
      await signIn('mona@test.example', 'wrong'),
      await signIn('nobody@test.example', PASSWORD),
      await signIn('gone@test.example', PASSWORD),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401]);
  });

  it('should refuse even the right password after ten wrong ones from unknown devices, also concurrently', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => signIn('victim@test.example', 'wrong')),
    );
    answers.push(await signIn('victim@test.example', PASSWORD));
    // The same answer, so that attackers do not learn when to try again.
    expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1);
    expect(answers[0]!.status).toBe(401);
  });

  it('should store no password and no session token in plain text', async () => {
    const mona = await system.signInAs('mona');
    const secret = mona.cookie!.split('=')[1]!;
    const rows = await system.database.query('SELECT * FROM staff_session');
    expect(JSON.stringify(rows)).not.toContain(secret);
    const [staff] = await system.database.query<{ password_hash: string }>(
      'SELECT password_hash FROM staff LIMIT 1',
    );
    expect(staff!.password_hash).toMatch(/^\$argon2id\$/);
  });

  it('should set an agent not ready at sign-in, and offline after the last session', async () => {
    const first = await system.signInAs('mona');
    const second = await system.signInAs('mona');
    expect((await first.get('/api/v1/me/presence')).body).toMatchObject({
      state: 'not_ready',
      reason: 'signed_in',
    });
    await system.database.query(
      `DELETE FROM staff_session WHERE staff_id = $1 AND token_hash NOT IN (SELECT token_hash FROM staff_session WHERE staff_id = $1 ORDER BY created_at DESC LIMIT 2)`,
      [system.people.mona!.id],
    );
    await first.delete('/api/v1/session');
    expect((await second.get('/api/v1/me/presence')).body.state).toBe('not_ready');
    await second.delete('/api/v1/session');
    const [row] = await system.database.query<{ state: string }>(
      'SELECT state FROM presence WHERE staff_id = $1',
      [system.people.mona!.id],
    );
    expect(row!.state).toBe('offline');
  });
});
