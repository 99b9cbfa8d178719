import 'reflect-metadata';

export interface PeriodicTaskOptions {
  /** unique; kebab case */
  name: string;
  /** milliseconds from one start to the next; at least 1,000 */
  everyMs: number;
}

const DECLARED = Symbol('wasl:periodic-task');

/**
 * Declares a method of a provider as something to do again and again. One worker does it at each time; should the task
 * take longer than its interval, another may begin it too, so it must stand being run twice at once. In processes other
 * than the worker the declaration does nothing.
 */
export function PeriodicTask(options: PeriodicTaskOptions) {
  return <Method extends () => Promise<unknown>>(
    _target: object,
    _key: string | symbol,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    Reflect.defineMetadata(DECLARED, options, descriptor.value!);
  };
}

/** @returns what a method was declared as, if it is a periodic task */
export const periodicTaskDeclaration = (method: object): PeriodicTaskOptions | undefined =>
  Reflect.getMetadata(DECLARED, method) as PeriodicTaskOptions | undefined;
