import { METHOD_METADATA } from '@nestjs/common/constants.js';
import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access, CONFIRMED } from '#wasl/platform';

/** What the decorators of a handler say about its operation. */
export interface OperationFacts {
  access: Access | undefined;
  confirmed: boolean;
  limited: boolean;
  /** media types of the answer, where the handler names them */
  produces: string[] | undefined;
}

/** As @nestjs/throttler stores the limit of its throttler "default". */
const LIMIT = 'THROTTLER:LIMITdefault';
/** As @nestjs/swagger stores what @ApiProduces says. */
const PRODUCES = 'swagger/apiProduces';

export const operationIdOf = (controller: string, method: string) =>
  `${controller.replace(/Controller$/, '')}_${method}`;

/** The facts of all operations by operationId. Works in preview mode, where nothing is instantiated. */
export function operationFacts(app: INestApplication): Map<string, OperationFacts> {
  const facts = new Map<string, OperationFacts>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      const type = metatype as unknown as { name: string; prototype: Record<string, object> };
      for (const name of Object.getOwnPropertyNames(type.prototype)) {
        const handler = type.prototype[name]!;
        if (name === 'constructor' || !Reflect.hasMetadata(METHOD_METADATA, handler)) continue;
        const of = (key: string): unknown =>
          Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, type);
        facts.set(operationIdOf(type.name, name), {
          access: of(ACCESS) as Access | undefined,
          confirmed: of(CONFIRMED) === true,
          limited: of(LIMIT) !== undefined,
          produces: of(PRODUCES) as string[] | undefined,
        });
      }
    }
  }
  return facts;
}
