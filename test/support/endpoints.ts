import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access } from '#wasl/platform';
import type { TestSystem } from './system.js';

export interface Endpoint {
  method: string;
  path: string;
  access: Access | undefined;
}

/** Every endpoint that Nest knows, with what it asks of its caller. */
export function endpointsOf(system: TestSystem): Endpoint[] {
  const controllers = [...system.api.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  const types = new Set(
    controllers.map((wrapper) => wrapper.metatype as unknown as { prototype: Record<string, object> }),
  );
  return [...types].flatMap((type) => {
    const base = String(Reflect.getMetadata(PATH_METADATA, type) ?? '');
    return Object.getOwnPropertyNames(type.prototype).flatMap((name) => {
      const handler = type.prototype[name]!;
      if (name === 'constructor' || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!;
      const path = `/${base}/${String(Reflect.getMetadata(PATH_METADATA, handler))}`
        .replace(/\/+/g, '/')
        .replace(/(.)\/$/, '$1');
      const access = (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, type)) as
        Access | undefined;
      return [{ method, path, access }];
    });
  });
}
