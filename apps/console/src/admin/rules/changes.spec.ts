import type { QueueSettings, Rules } from '../../api/routing-api.js';
import { changesOf } from './changes.js';

const settings: QueueSettings = {
  skills: [{ skill: 'tax', level: 3, need: 'required' }],
  language: { need: 'required', level: 1 },
  steps: [{ afterSeconds: 60, levels: { tax: 1 } }],
  sticky: { preferSeconds: 60, holdSeconds: 0 },
  limits: { perAgent: null, total: null },
  hours: { calendar: null, calls: 'callback' },
  reassign: { offlineSeconds: null, silentSeconds: null },
};
const rules: Rules = {
  order: { headStarts: { urgent: 100, low: -10 }, promise: { leadSeconds: 10, mostSeconds: 20 } },
  units: { call: 100, email: 20 },
  profiles: { default: { interruptible: true, kinds: null } },
  defaults: settings,
  queues: { tax: settings },
};

describe('changes between two versions of the rules', () => {
  it('are empty for equal rules', () => {
    expect(changesOf(rules, structuredClone(rules))).toEqual([]);
  });

  it('include the general settings', () => {
    const after = structuredClone(rules);
    after.order.headStarts['low'] = 0;
    after.units['chat'] = 34;
    after.profiles['writers'] = { interruptible: false, kinds: ['email'] };
    expect(changesOf(rules, after)).toEqual([
      { part: { kind: 'all' }, field: 'headStart', name: 'low', from: -10, to: 0 },
      { part: { kind: 'all' }, field: 'units', name: 'chat', from: undefined, to: 34 },
      {
        part: { kind: 'all' },
        field: 'profile',
        name: 'writers',
        from: undefined,
        to: { interruptible: false, kinds: ['email'] },
      },
    ]);
  });

  it('include a queue’s skills, steps and limits', () => {
    const after = structuredClone(rules);
    after.queues['tax'] = {
      ...settings,
      skills: [{ skill: 'law', level: 2, need: 'preferred' }],
      steps: [],
      limits: { perAgent: 2, total: null },
    };
    expect(changesOf(rules, after).map(({ field, name, from, to }) => [field, name, from, to])).toEqual([
      ['skill', 'tax', { level: 3, need: 'required' }, undefined],
      ['step', '1', { afterSeconds: 60, levels: { tax: 1 } }, undefined],
      ['perAgent', null, null, 2],
      ['skill', 'law', undefined, { level: 2, need: 'preferred' }],
    ]);
  });

  it('compare a queue’s first own settings with the defaults it had', () => {
    const own = { ...settings, limits: { perAgent: 1, total: null } };
    const after = { ...rules, queues: { ...rules.queues, general: own } };
    const part = { kind: 'queue', key: 'general' };
    expect(changesOf(rules, after)).toEqual([
      { part, field: 'own', name: null, from: false, to: true },
      { part, field: 'perAgent', name: null, from: null, to: 1 },
    ]);
    expect(changesOf(after, rules).map(({ from, to }) => [from, to])).toEqual([
      [true, false],
      [1, null],
    ]);
  });
});
