const AWAY_MS = 2 * 60_000;

let lastInput = performance.now();

/** Notes that somebody sits there: a key, the pointer, a touch. */
export function watchInput(target: Pick<Window, 'addEventListener'> = window): void {
  const note = () => (lastInput = performance.now());
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
    target.addEventListener(event, note, { passive: true, capture: true });
}

/** Nobody touched anything for a while: what the page asks for then is the clock's, and keeps no session open. */
export const isNobodyThere = (): boolean => performance.now() - lastInput > AWAY_MS;
