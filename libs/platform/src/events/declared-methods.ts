import type { DiscoveryService } from '@nestjs/core';

export interface DeclaredMethod<Declaration> {
  /** `Class.method` */
  name: string;
  declaration: Declaration;
  call: (...args: never[]) => Promise<unknown>;
}

/** Methods of all providers for which `read` finds a declaration, each once however many tokens its provider has. */
export function declaredMethods<Declaration>(
  discovery: DiscoveryService,
  read: (method: object) => Declaration | undefined,
): DeclaredMethod<Declaration>[] {
  const instances = new Set<object>();
  for (const wrapper of discovery.getProviders()) {
    const instance: unknown = wrapper.instance;
    if (typeof instance === 'object' && instance !== null) instances.add(instance);
  }
  return [...instances].flatMap((instance) => methodsOf(instance, read));
}

function methodsOf<Declaration>(
  instance: object,
  read: (method: object) => Declaration | undefined,
): DeclaredMethod<Declaration>[] {
  const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
  if (!prototype || prototype === Object.prototype) return [];
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([key, { value }]) => {
    if (typeof value !== 'function') return [];
    const declaration = read(value as object);
    if (!declaration) return [];
    const call = (value as DeclaredMethod<Declaration>['call']).bind(instance);
    return [{ name: `${instance.constructor.name}.${key}`, declaration, call }];
  });
}
