import { type KeyPress, shortcutOf } from './keyboard.js';

const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('shortcutOf', () => {
  it('uses the character on a Latin layout', () => {
    expect(shortcutOf(press('r', 'KeyR'))).toBe('r');
    expect(shortcutOf(press('a', 'KeyQ'))).toBe('a'); // AZERTY
  });

  it('uses the physical key on an Arabic layout', () => {
    expect(shortcutOf(press('ق', 'KeyR'))).toBe('r');
    expect(shortcutOf(press('ت', 'KeyJ'))).toBe('j');
    expect(shortcutOf(press('لا', 'KeyB'))).toBe('b');
    expect(shortcutOf(press('ظ', 'Slash'))).toBe('/');
    expect(shortcutOf(press('؟', 'Slash', { shiftKey: true }))).toBe('?');
  });

  it('ignores combinations and named keys', () => {
    expect(shortcutOf(press('r', 'KeyR', { ctrlKey: true }))).toBeUndefined();
    expect(shortcutOf(press('R', 'KeyR', { shiftKey: true }))).toBeUndefined();
    expect(shortcutOf(press('Enter', 'Enter'))).toBeUndefined();
    expect(shortcutOf(press('ArrowDown', 'ArrowDown'))).toBeUndefined();
    expect(shortcutOf(press('5', 'Digit5'))).toBeUndefined();
  });
});
