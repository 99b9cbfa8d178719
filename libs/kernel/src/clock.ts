/** The source of time. In a running system it follows the database clock; in tests it is set by hand. */
export interface Clock {
  now(): Date;
}

/** Token under which the clock is provided to Nest. */
export const CLOCK = Symbol('CLOCK');

export const seconds = (n: number) => n * 1000;
export const minutes = (n: number) => n * 60_000;
export const hours = (n: number) => n * 3_600_000;
export const addMs = (at: Date, ms: number) => new Date(at.getTime() + ms);
