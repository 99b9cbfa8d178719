import type { Ref } from 'react';
import type { TextDirection } from './text-direction.js';

/*
 * The text controls of the console. Mantine puts `dir` on the element around a control, where it says nothing about what
 * is typed; these put it on the control itself. An empty field takes the direction of the page: see global.css, which
 * knows an empty field by its placeholder, so each has one.
 */
export const EMPTY_PLACEHOLDER = ' ';

interface Direction {
  /** `auto` (default): that of the text. `ltr`: addresses, numbers and codes. */
  dir?: TextDirection | undefined;
}
export type ControlProps<P, E extends HTMLElement = HTMLInputElement> = Omit<P, 'dir'> &
  Direction & { ref?: Ref<E> };

export const control = (dir: TextDirection | undefined) => ({ dir, 'data-text-control': '' });
