/** What may be logged about a thrown value: no message, because messages can contain user input. */
export interface FaultDescription {
  name: string;
  code?: string;
  /** the lines of the stack that name places in the code */
  at?: string;
}

/** Accepts anything, because anything can be thrown: `null`, a string, an object with throwing getters. */
export function describeFault(thrown: unknown): FaultDescription {
  if (typeof thrown !== 'object' || thrown === null) return { name: `thrown ${typeof thrown}` };
  const name = textOf(thrown, 'name') ?? 'Object';
  const code = textOf(thrown, 'code');
  const at = textOf(thrown, 'stack')
    ?.split('\n')
    .filter((line) => /^\s*at /.test(line))
    .join('\n');
  return { name, ...(code && { code }), ...(at && { at }) };
}

/** One line: `TypeError (22P02)`. */
export function faultTitle({ name, code }: FaultDescription): string {
  return code ? `${name} (${code})` : name;
}

function textOf(thrown: object, property: string): string | undefined {
  try {
    const value = (thrown as Record<string, unknown>)[property];
    return typeof value === 'string' && value !== '' ? value : undefined;
  } catch {
    return undefined;
  }
}
