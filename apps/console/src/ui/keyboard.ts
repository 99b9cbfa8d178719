/** The part of a KeyboardEvent that determines the shortcut. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * The shortcut of a key press, or undefined. On an Arabic layout the letter keys produce Arabic letters, so the
 * physical key (`code`) decides when the character is not ASCII.
 */
export function shortcutOf(press: KeyPress): string | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (press.key === 'Escape') return 'Escape';
  if (press.key === '?' || press.key === '؟') return '?';
  if (/^[a-z/]$/i.test(press.key)) return press.shiftKey ? undefined : press.key.toLowerCase();
  const isLatin = press.key.length === 1 && press.key.charCodeAt(0) < 128;
  if (isLatin || press.key.length > 2) return undefined;
  if (press.code === 'Slash') return press.shiftKey ? '?' : '/';
  return !press.shiftKey && /^Key[A-Z]$/.test(press.code) ? press.code.slice(3).toLowerCase() : undefined;
}

/** Single-key shortcuts are disabled while typing. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
