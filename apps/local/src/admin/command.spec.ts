import { describe, expect, it } from '@jest/globals';
import { parseCommand, USAGE } from './command.js';

describe('npm run admin', () => {
  it('should read its commands', () => {
    expect(parseCommand(['setup'])).toEqual({ name: 'setup' });
    expect(parseCommand(['invite', 'a@b.example'])).toEqual({
      name: 'invite',
      email: 'a@b.example',
      fullName: undefined,
      resetFactors: false,
    });
    expect(parseCommand(['invite', 'a@b.example', '--name', 'Noura', '--reset-second-factor'])).toMatchObject(
      { fullName: 'Noura', resetFactors: true },
    );
  });

  it.each([[[]], [['invite']], [['invite', 'noura']], [['invite', 'a@b', 'c@d']], [['setup', '--force']]])(
    'should print its usage for %j',
    (args) => expect(() => parseCommand(args)).toThrow(USAGE),
  );
});
