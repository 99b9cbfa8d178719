import { describe, expect, it } from '@jest/globals';
import { Semaphore } from './semaphore.js';

describe('a semaphore', () => {
  it('runs a limited number of tasks at once and the others in order of arrival', async () => {
    const semaphore = new Semaphore(2, 60_000);
    const started: number[] = [];
    const finish: (() => void)[] = [];
    const tasks = [0, 1, 2, 3].map((n) =>
      semaphore.run(async () => {
        started.push(n);
        await new Promise<void>((resolve) => (finish[n] = resolve));
      }),
    );
    await settle();
    expect(started).toEqual([0, 1]);
    finish[1]!();
    await tasks[1];
    await settle();
    expect(started).toEqual([0, 1, 2]);
    finish[0]!();
    finish[2]!();
    await settle();
    finish[3]!();
    await Promise.all(tasks);
    expect(started).toEqual([0, 1, 2, 3]);
  });

  it('gives the slot of a failed task to the next one', async () => {
    const semaphore = new Semaphore(1, 60_000);
    const failing = semaphore.run(() => Promise.reject(new Error('full')));
    const next = semaphore.run(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('full');
    expect(await next).toBe('done');
  });

  it('rejects a task that waited too long without starting it, and runs the others', async () => {
    const semaphore = new Semaphore(1, 20);
    let finish = () => undefined as void;
    const running = semaphore.run(() => new Promise<void>((resolve) => (finish = resolve)));
    let started = false;
    const tooLate = semaphore.run(async () => void (started = true));
    await expect(tooLate).rejects.toMatchObject({ kind: 'unavailable', code: 'service.unavailable' });
    expect(started).toBe(false);
    finish();
    await running;
    expect(await semaphore.run(() => Promise.resolve('done'))).toBe('done');
  });

  it('rejects a task at once when too many are waiting', async () => {
    const semaphore = new Semaphore(1, 60_000, 1);
    let finish = () => undefined as void;
    const running = semaphore.run(() => new Promise<void>((resolve) => (finish = resolve)));
    const waiting = semaphore.run(() => Promise.resolve('done'));
    await expect(semaphore.run(() => Promise.resolve('not'))).rejects.toMatchObject({ kind: 'unavailable' });
    finish();
    await running;
    expect(await waiting).toBe('done');
  });
});

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
