/** What of a keyboard event decides which shortcut it is. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * The shortcut a key press stands for, or undefined. Under an Arabic layout the letter keys give Arabic letters, so the
 * place of the key on the board decides when the character is not ASCII.
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

/** Single keys are letters of a text while someone writes one. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
