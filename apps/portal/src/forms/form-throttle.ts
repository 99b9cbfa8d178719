import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

/** Nobody reads and fills in a form faster. */
const FASTEST_PERSON_MS = 2_000;

/**
 * Delays the answer to a form that was submitted faster than a person can fill it in. People do not notice; bots lose their
 * speed. No request is refused for being fast.
 */
@Injectable()
export class FormThrottle {
  async delayIfTooFast(ageMs: number): Promise<void> {
    if (ageMs < FASTEST_PERSON_MS) await pause(FASTEST_PERSON_MS - ageMs);
  }
}
