import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

/** No person reads and fills in a form faster. */
const FASTEST_PERSON_MS = 2_000;

/**
 * A form that comes back sooner than a person could have filled it in is answered as slowly as a person is: it costs a
 * person nothing, and a program its speed. Nobody is refused for being quick.
 */
@Injectable()
export class Pace {
  async hold(ageMs: number): Promise<void> {
    if (ageMs < FASTEST_PERSON_MS) await pause(FASTEST_PERSON_MS - ageMs);
  }
}
