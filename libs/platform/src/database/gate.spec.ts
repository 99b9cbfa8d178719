import { describe, expect, it } from '@jest/globals';
import { Gate } from './gate.js';

describe('a gate', () => {
  it('lets so many through at once and the others in the order in which they came', async () => {
    const gate = new Gate(2, 60_000);
    const entered: number[] = [];
    const leave: (() => void)[] = [];
    const passing = [0, 1, 2, 3].map((n) =>
      gate.pass(async () => {
        entered.push(n);
        await new Promise<void>((resolve) => (leave[n] = resolve));
      }),
    );
    await settle();
    expect(entered).toEqual([0, 1]);
    leave[1]!();
    await passing[1];
    await settle();
    expect(entered).toEqual([0, 1, 2]);
    leave[0]!();
    leave[2]!();
    await settle();
    leave[3]!();
    await Promise.all(passing);
    expect(entered).toEqual([0, 1, 2, 3]);
  });

  it('gives the place of one that failed to the next', async () => {
    const gate = new Gate(1, 60_000);
    const failing = gate.pass(() => Promise.reject(new Error('full')));
    const next = gate.pass(() => Promise.resolve('through'));
    await expect(failing).rejects.toThrow('full');
    expect(await next).toBe('through');
  });

  it('turns away who has waited too long, without beginning their work, and lets the rest through', async () => {
    const gate = new Gate(1, 20);
    let leave = () => undefined as void;
    const inside = gate.pass(() => new Promise<void>((resolve) => (leave = resolve)));
    let begun = false;
    const late = gate.pass(async () => void (begun = true));
    await expect(late).rejects.toMatchObject({ kind: 'unavailable', code: 'service.unavailable' });
    expect(begun).toBe(false);
    leave();
    await inside;
    expect(await gate.pass(() => Promise.resolve('through'))).toBe('through');
  });

  it('turns away at once whoever finds too many waiting', async () => {
    const gate = new Gate(1, 60_000, 1);
    let leave = () => undefined as void;
    const inside = gate.pass(() => new Promise<void>((resolve) => (leave = resolve)));
    const waiting = gate.pass(() => Promise.resolve('through'));
    await expect(gate.pass(() => Promise.resolve('not'))).rejects.toMatchObject({ kind: 'unavailable' });
    leave();
    await inside;
    expect(await waiting).toBe('through');
  });
});

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
