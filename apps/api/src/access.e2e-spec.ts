import { readFileSync, writeFileSync } from 'node:fs';
import { permissionsOf, ROLES } from '#wasl/contracts';
import type { Access } from '#wasl/platform';
import { type Endpoint, endpointsOf } from '../../../test/support/endpoints.js';
import { startSystem, type TestSystem } from '../../../test/support/system.js';
import { ROOM_ACCESS } from './live/rooms.js';

const asks = (access: Access | (typeof ROOM_ACCESS)[keyof typeof ROOM_ACCESS]) => {
  if ('permission' in access) return access.permission;
  if ('public' in access) return `public: ${access.public}`;
  return 'whileEnrolling' in access && access.whileEnrolling ? 'signed in or enrolling' : 'signed in';
};

describe('permissions of endpoints', () => {
  let system: TestSystem;
  let endpoints: Endpoint[];
  beforeAll(async () => {
    system = await startSystem(Object.fromEntries(ROLES.map((role) => [role, { role }])));
    endpoints = endpointsOf(system);
  });
  afterAll(() => system.stop());

  it('should be declared for every endpoint and room, as listed in test/access-list.txt', () => {
    const listed = [
      ...endpoints.map(
        ({ method, path, access, confirmed }) =>
          `${method} ${path} → ${access ? asks(access) : 'UNDECLARED'}${confirmed ? ', recently confirmed' : ''}`,
      ),
      ...Object.entries(ROOM_ACCESS).map(([room, access]) => `ROOM ${room} → ${asks(access)}`),
    ].sort();
    // A new endpoint must be added to the list deliberately: UPDATE_ACCESS_LIST=1 npm test -- access
    if (process.env.UPDATE_ACCESS_LIST === '1')
      writeFileSync('test/access-list.txt', `${listed.join('\n')}\n`);
    expect(endpoints.length).toBeGreaterThan(30);
    expect(listed.join('\n')).not.toContain('UNDECLARED');
    expect(listed).toEqual(readFileSync('test/access-list.txt', 'utf8').trim().split('\n'));
  });

  it('should be refused without a session, at every endpoint that is not public', async () => {
    for (const { method, path } of endpoints.filter(({ access }) => access && !('public' in access))) {
      const answer = await system.anonymous.call(method, filled(path), method === 'GET' ? undefined : {});
      expect([`${method} ${path}`, answer.status, answer.body.code]).toEqual([
        `${method} ${path}`,
        401,
        'session.required',
      ]);
    }
  });

  it.each(ROLES)('should be refused to the %s exactly where the role lacks the permission', async (role) => {
    const client = await system.signInAs(role);
    for (const { method, path, access } of endpoints) {
      if (!access || !('permission' in access)) continue;
      const answer = await client.call(method, filled(path), method === 'GET' ? undefined : {});
      const denied = answer.status === 403 && answer.body.code === 'permission.denied';
      const has = permissionsOf(role).includes(access.permission);
      expect([`${method} ${path}`, denied]).toEqual([`${method} ${path}`, !has]);
    }
  });

  const filled = (path: string) =>
    path
      .replace(':number', '1')
      .replace(':key', 'nowhere')
      .replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');
});
