import { type ArgumentMetadata, ValidationPipe, type ValidationError } from '@nestjs/common';
import { type FieldFault, invalid } from '#wasl/kernel';
import { shapeFaults } from './bounds/check-shape.js';
import { printablePath } from './bounds/domain/unstorable-values.js';

/** Our stable code for each rule of class-validator. */
const CODES: Record<string, string> = {
  whitelistValidation: 'unknown',
  isNotEmpty: 'required',
  isDefined: 'required',
  isString: 'string',
  isInt: 'integer',
  isNumber: 'number',
  isBoolean: 'boolean',
  isArray: 'list',
  isObject: 'object',
  nestedValidation: 'object',
  isIn: 'choice',
  isEmail: 'email',
  isUuid: 'uuid',
  isISO8601: 'date',
  maxLength: 'too_long',
  minLength: 'too_short',
  isLength: 'length',
  max: 'too_large',
  min: 'too_small',
  arrayMaxSize: 'too_many',
  arrayMinSize: 'required',
  matches: 'format',
};

function faultsOf(errors: ValidationError[], parent = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const path = parent ? `${parent}.${error.property}` : error.property;
    const own = Object.keys(error.constraints ?? {}).map((rule) => CODES[rule] ?? rule);
    // A missing field violates every rule; report only that it is missing.
    const code =
      own.find((c) => c === 'unknown') ??
      (error.value === undefined || error.value === '' ? own.length > 0 && 'required' : own[0]);
    const context = Object.values(error.contexts ?? {})[0] as { code?: string } | undefined;
    const named = code && context?.code && code === 'format' ? context.code : code;
    return [
      ...(named ? [{ path: printablePath(path), code: named }] : []),
      ...faultsOf(error.children ?? [], path),
    ];
  });
}

/** Rejects bodies by shape first, before a malicious body can make validation expensive. */
class BoundedValidationPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { metatype } = metadata;
    const refusal = typeof metatype === 'function' && shapeFaults(metatype as new () => object, value);
    return refusal
      ? Promise.reject(invalid(refusal))
      : (super.transform(value, metadata) as Promise<unknown>);
  }
}

/** Refuses unknown fields and wrong types; nothing is converted silently except query numbers (see fields.ts). */
export function validationPipe(): ValidationPipe {
  return new BoundedValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) => invalid(faultsOf(errors)),
  });
}
