import { SideBySide } from './side-by-side.js';

describe('things to do again and again', () => {
  const done: string[] = [];
  const quick = (name: string, everyMs: number) => ({
    everyMs,
    run: async () => void done.push(name),
  });
  beforeEach(() => done.splice(0));

  it('should be done together with those of their interval, and with no others', async () => {
    const both = new SideBySide({ a: quick('a', 1_000), b: quick('b', 5_000), c: quick('c', 1_000) });
    expect(both.intervals).toEqual([1_000, 5_000]);
    await both.run(1_000);
    expect(done).toEqual(['a', 'c']);
  });

  it('should not be begun again while they go on, and hold up none of the others', async () => {
    let end = () => {};
    let begun = 0;
    const slow = {
      everyMs: 1_000,
      run: () => {
        begun++;
        return new Promise<void>((resolve) => (end = resolve));
      },
    };
    const both = new SideBySide({ slow, a: quick('a', 1_000) });
    const first = both.run(1_000);
    // The quick one has ended by now, the slow one has not.
    await new Promise(setImmediate);
    await both.run(1_000);
    expect([begun, done]).toEqual([1, ['a', 'a']]);
    end();
    await first;
    void both.run(1_000);
    expect(begun).toBe(2);
    end();
  });

  it('should tell of everything that failed, when the rest is done, and try it again', async () => {
    const fails = (text: string) => ({ everyMs: 1_000, run: () => Promise.reject(new Error(text)) });
    const all = new SideBySide({
      mail: fails('no server'),
      a: quick('a', 1_000),
      texts: fails('no gateway'),
    });
    await expect(all.run(1_000)).rejects.toThrow('mail: no server; texts: no gateway');
    await expect(all.run(1_000)).rejects.toThrow('mail: no server; texts: no gateway');
    expect(done).toEqual(['a', 'a']);
  });
});
