import fc from 'fast-check';
import { type Role, ROLES } from '#wasl/contracts';
import { userRefusal } from './may-change-user.js';

const state = fc.record({ role: fc.constantFrom(...ROLES), disabled: fc.boolean() });

describe('changing an account', () => {
  it('should always leave an administrator who can sign in', () => {
    const people = fc.array(state, { minLength: 1, maxLength: 4 });
    const changes = fc.array(fc.tuple(fc.nat(3), fc.nat(3), state), { maxLength: 30 });
    fc.assert(
      fc.property(people, changes, (others, asked) => {
        const all: { role: Role; disabled: boolean }[] = [
          { role: 'administrator', disabled: false },
          ...others,
        ];
        const governs = (one: (typeof all)[number]) => one.role === 'administrator' && !one.disabled;
        for (const [who, whom, after] of asked) {
          const [by, at] = [who % all.length, whom % all.length];
          // Disabled accounts cannot act.
          if (all[by]!.disabled) continue;
          const otherAdministrators = all.filter((one, i) => i !== at && governs(one)).length;
          const change = { before: all[at]!, after, by: { role: all[by]!.role, isSelf: by === at } };
          if (userRefusal({ ...change, otherAdministrators }) === null) all[at] = after;
        }
        expect(all.some(governs)).toBe(true);
      }),
    );
  });

  const agent = { role: 'agent' as const, disabled: false };
  const administrator = { role: 'administrator' as const, disabled: false };
  const by = (role: 'supervisor' | 'administrator', isSelf = false) => ({ role, isSelf });

  it.each([
    ['a supervisor makes an administrator', null, administrator, by('supervisor'), 5, 'permission.denied'],
    ['a supervisor promotes', agent, administrator, by('supervisor'), 5, 'permission.denied'],
    [
      'a supervisor disables an administrator',
      administrator,
      { ...administrator, disabled: true },
      by('supervisor'),
      5,
      'permission.denied',
    ],
    ['an administrator steps down', administrator, agent, by('administrator', true), 5, 'user.own_account'],
    [
      'somebody disables themselves',
      administrator,
      { ...administrator, disabled: true },
      by('administrator', true),
      5,
      'user.own_account',
    ],
    [
      'the last other administrator is demoted',
      administrator,
      agent,
      by('administrator'),
      0,
      'user.last_administrator',
    ],
    ['an administrator demotes another', administrator, agent, by('administrator'), 1, null],
    ['an administrator renames themselves', administrator, administrator, by('administrator', true), 0, null],
    ['an administrator disables an agent', agent, { ...agent, disabled: true }, by('administrator'), 0, null],
  ] as const)('should be judged when %s', (_, before, after, who, otherAdministrators, refusal) => {
    expect(userRefusal({ before, after, by: who, otherAdministrators })).toBe(refusal);
  });
});
