import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access, CONFIRMED } from '#wasl/platform';
import type { TestSystem } from './system.js';

/** A single value or an array, as Nest stores it. */
const listOf = (paths: unknown): string[] =>
  Array.isArray(paths) ? paths.map(String) : [String(paths ?? '')];

export interface Endpoint {
  method: string;
  path: string;
  access: Access | undefined;
  handler: () => unknown;
  /** names of query parameters read one by one with @Query('name') */
  queries: string[];
  /** requires a recent identity confirmation */
  confirmed: boolean;
}

const QUERY = RouteParamtypes.QUERY;

function queriesOf(type: object, handler: string): string[] {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, type, handler) ?? {}) as Record<
    string,
    { data?: unknown }
  >;
  return Object.entries(parameters)
    .filter(([key, { data }]) => key.startsWith(`${QUERY}:`) && typeof data === 'string')
    .map(([, { data }]) => data as string);
}

/** Every endpoint registered in Nest, with the permissions it requires. */
export function endpointsOf(system: Pick<TestSystem, 'api'>): Endpoint[] {
  const controllers = [...system.api.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  const types = new Set(
    controllers.map((wrapper) => wrapper.metatype as unknown as { prototype: Record<string, object> }),
  );
  return [...types].flatMap((type) => {
    const bases = listOf(Reflect.getMetadata(PATH_METADATA, type));
    return Object.getOwnPropertyNames(type.prototype).flatMap((name) => {
      const handler = type.prototype[name]!;
      if (name === 'constructor' || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!;
      const own = listOf(Reflect.getMetadata(PATH_METADATA, handler));
      const paths = bases.flatMap((base) => own.map((one) => `/${base}/${one}`));
      const access = (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, type)) as
        Access | undefined;
      const confirmed = Reflect.hasMetadata(CONFIRMED, handler) || Reflect.hasMetadata(CONFIRMED, type);
      return paths.map((path) => ({
        method,
        path: path.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
        access,
        handler: handler as () => unknown,
        confirmed,
        queries: queriesOf(type, name),
      }));
    });
  });
}
