import type { ReadScope } from '../domain/may-read.js';

/**
 * The conditions under which a row of `ticket` is within a scope; none when it holds everything.
 * @param put adds a value to the statement, and returns its placeholder
 * @param ticket the name of the row
 */
export function readConditions(scope: ReadScope, put: (value: unknown) => string, ticket = 't'): string[] {
  const { services, servedQueueIds, readerId } = scope;
  const conditions: string[] = [];
  if ('only' in services) conditions.push(`${ticket}.service_id = ANY(${put(services.only)}::uuid[])`);
  else if (services.allBut.length > 0)
    conditions.push(
      `(${ticket}.service_id IS NULL OR ${ticket}.service_id <> ALL(${put(services.allBut)}::uuid[]))`,
    );
  if (servedQueueIds !== null)
    conditions.push(
      `(${ticket}.queue_id = ANY(${put(servedQueueIds)}::uuid[]) OR ${ticket}.assignee_id = ${put(readerId)}::uuid)`,
    );
  return conditions;
}

/** The same as one condition, with its values added to those of the statement. */
export function readCondition(scope: ReadScope, values: unknown[], ticket = 't'): string {
  const conditions = readConditions(scope, (value) => `$${values.push(value)}`, ticket);
  return conditions.length > 0 ? conditions.join(' AND ') : 'true';
}
