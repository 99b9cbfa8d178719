import { describe, expect, it } from '@jest/globals';
import { StderrTail } from './stderr-tail.js';

const CRASH = `/app/dist/x.js:3
throw new TypeError('x is not a function');
      ^

TypeError: x is not a function
    at Object.<anonymous> (/app/dist/x.js:3:7)
    at node:internal/main/run_main_module:28:49

Node.js v20.20.2
`;

describe('the reason why a program ended', () => {
  it('is the error above the stack when it crashed', () => {
    const faults = new StderrTail();
    for (const piece of CRASH.match(/[^]{1,17}/g)!) faults.add(piece);
    expect(faults.reason).toBe('TypeError: x is not a function');
  });

  it('is the error above the fields that Node prints', () => {
    const faults = new StderrTail();
    faults.add(
      "error: terminating connection\n    at Parser.parse (x.js:1:1) {\n  code: '57P01'\n}\n\nNode.js v20.20.2\n",
    );
    expect(faults.reason).toBe('error: terminating connection');
  });

  it('is the last line when there is no error by name', () => {
    const faults = new StderrTail();
    faults.add('starting\ncannot go on');
    expect(faults.reason).toBe('cannot go on');
  });

  it('is the reason that the program reported, if it did', () => {
    const faults = new StderrTail();
    faults.add(CRASH);
    faults.setReason('Port 3000 is in use');
    expect(faults.reason).toBe('Port 3000 is in use');
  });

  it('is unknown when nothing was written', () => {
    expect(new StderrTail().reason).toBeUndefined();
  });
});
