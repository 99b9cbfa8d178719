import type { OpenAPIObject } from '@nestjs/swagger';
import { type Operation, operationsOf } from '../complete-document.js';

const JSON_TYPE = 'application/json';

/** The module of the SDK with what it has to know of each operation, and the interface that its users see. */
export function sdkOperations(document: OpenAPIObject): string {
  const operations = operationsOf(document);
  const groups = new Map<string, string[]>();
  for (const { operation } of operations) {
    const [group, name] = operation.operationId.split('_') as [string, string];
    const key = group[0]!.toLowerCase() + group.slice(1);
    const type = isPaged(operation) ? 'PagedOperation' : 'Operation';
    const member = `    /** ${operation.summary} */\n    readonly ${name}: ${type}<'${operation.operationId}'>;`;
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  const facts = operations.map(
    ({ path, method, operation }) =>
      `  ${operation.operationId}: ${JSON.stringify(factsOf(path, method, operation))},`,
  );
  const members = [...groups].map(([key, lines]) => `  readonly ${key}: {\n${lines.join('\n')}\n  };`);
  return `// Written by npm run generate; not to be edited.
import type { Operation, OperationFacts, OperationId, PagedOperation } from './types.js';

export const OPERATIONS: { readonly [O in OperationId]: OperationFacts } = {
${facts.join('\n')}
};

/** Every operation of the API. */
export interface Api {
${members.join('\n')}
}
`;
}

function factsOf(path: string, method: string, { requestBody, parameters = [], responses }: Operation) {
  const types = Object.keys(requestBody?.content ?? {});
  const keyed = parameters.some((one) => one.in === 'header' && one.name === 'Idempotency-Key');
  return {
    method: method.toUpperCase(),
    path,
    ...(types.length > 0 && !types.includes(JSON_TYPE) && { sends: types[0] }),
    ...(keyed && { keyed }),
    ...(Object.keys(responses).some((status) => /^30[1-8]$/.test(status)) && { redirects: true }),
  };
}

const isPaged = ({ parameters = [] }: Operation) => parameters.some(({ name }) => name === 'page[after]');
