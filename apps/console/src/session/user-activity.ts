const AWAY_MS = 2 * 60_000;

let lastInput = performance.now();

/** Tracks keyboard, pointer and touch input. */
export function trackUserActivity(target: Pick<Window, 'addEventListener'> = window): void {
  const note = () => (lastInput = performance.now());
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
    target.addEventListener(event, note, { passive: true, capture: true });
}

/** After a while without input, requests count as background and do not extend the session. */
export const isUserIdle = (): boolean => performance.now() - lastInput > AWAY_MS;
