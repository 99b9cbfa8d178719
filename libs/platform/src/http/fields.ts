import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { type FieldShape, RecordFieldShape } from './bounds/field-shape.js';
import { isDay, isMoment, isSpan, isWebUrl, TIME } from './field-checks.js';

/**
 * Field decorators that combine validation and OpenAPI documentation, so that the two cannot diverge. A field is
 * required unless `optional` is set; an optional field may be left out or null.
 */
interface FieldOptions {
  optional?: boolean;
  description?: string;
  example?: unknown;
}

function field(
  options: FieldOptions & Pick<FieldShape, 'group'>,
  api: ApiPropertyOptions & Pick<FieldShape, 'maxItems'>,
  ...rules: PropertyDecorator[]
): PropertyDecorator {
  const { optional = false, description, example, group } = options;
  return applyDecorators(
    ...rules,
    RecordFieldShape({ optional, group, maxItems: api.maxItems }),
    ...(optional ? [IsOptional()] : []),
    ApiProperty({
      ...api,
      required: !optional,
      ...(optional && { nullable: true }),
      description,
      example,
    } as ApiPropertyOptions),
  );
}

/** No control characters except tab and line breaks: people do not write them, and they break headers. */
const PLAIN = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;
/** The same on one line. */
const ONE_LINE = /^[^\u0000-\u001f\u007f\u2028\u2029]*$/;

/** Text, trimmed. `min` defaults to 1, so that spaces alone do not count. Lengths are in UTF-16 units. */
export function Text(
  options: FieldOptions & { max: number; min?: number; lines?: boolean },
): PropertyDecorator {
  const { min = 1, max, lines = false } = options;
  return field(
    options,
    { type: String, minLength: min, maxLength: max },
    Transform(({ value }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    Length(min, max),
    Matches(lines ? PLAIN : ONE_LINE, { context: { code: 'control_character' } }),
  );
}

export function Choice(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(options, { enum: [...values] }, IsIn([...values]));
}

/** A list of choices. */
export function ChoiceList(
  values: readonly string[],
  options: FieldOptions & { min?: number } = {},
): PropertyDecorator {
  const { min = 0 } = options;
  return field(
    options,
    { enum: [...values], isArray: true, ...(min > 0 && { minItems: min }), maxItems: values.length },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(values.length),
    IsIn([...values], { each: true }),
  );
}

export function Email(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'email', maxLength: 254 },
    IsString(),
    Length(3, 254),
    IsEmail(),
  );
}

/** An address of the web that may be stored: with a host, and without a user name, a password or a fragment. */
export function WebUrl(options: FieldOptions & { max: number }): PropertyDecorator {
  const { max } = options;
  return field(
    options,
    { type: String, format: 'uri', maxLength: max },
    IsString(),
    Length(1, max),
    Matches(ONE_LINE, { context: { code: 'control_character' } }),
    rule('url', isWebUrl),
  );
}

export function Uuid(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'uuid' }, IsUUID());
}

const UUID_OR_ME = /^(?:me|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** A member of staff: an id, or `me` as in lists. */
export function StaffId(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, pattern: UUID_OR_ME.source },
    IsString(),
    Matches(UUID_OR_ME, { context: { code: 'uuid' } }),
  );
}

export function Integer(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return field(
    options,
    { type: 'integer', minimum: options.min, maximum: options.max },
    IsInt(),
    Min(options.min),
    Max(options.max),
  );
}

export function Decimal(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return field(
    options,
    { type: Number, minimum: options.min, maximum: options.max },
    IsNumber({ allowNaN: false, allowInfinity: false }),
    Min(options.min),
    Max(options.max),
  );
}

export function Flag(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: Boolean }, IsBoolean());
}

/** A list of numbers. */
export function DecimalList(
  options: FieldOptions & { min: number; max: number; minItems?: number; maxItems: number },
): PropertyDecorator {
  const { minItems = 0, maxItems, min, max } = options;
  return field(
    options,
    { type: [Number], minItems, maxItems },
    IsArray(),
    ArrayMinSize(minItems),
    ArrayMaxSize(maxItems),
    IsNumber({ allowNaN: false, allowInfinity: false }, { each: true }),
    Min(min, { each: true }),
    Max(max, { each: true }),
  );
}

/** A list of short texts. */
export function TextList(options: FieldOptions & { max: number; maxItems: number }): PropertyDecorator {
  return field(
    options,
    { type: [String], maxItems: options.maxItems },
    IsArray(),
    ArrayMaxSize(options.maxItems),
    IsString({ each: true }),
    Length(1, options.max, { each: true }),
    Matches(ONE_LINE, { each: true }),
  );
}

export function UuidList(options: FieldOptions & { maxItems: number }): PropertyDecorator {
  return field(
    options,
    { type: [String], format: 'uuid', maxItems: options.maxItems },
    IsArray(),
    ArrayMaxSize(options.maxItems),
    IsUUID(undefined, { each: true }),
  );
}

/** A group of fields with a class of its own. */
export function NestedObject(type: () => new () => object, options: FieldOptions = {}): PropertyDecorator {
  return field({ ...options, group: type }, { type: () => type() }, ValidateNested(), IsObject(), Type(type));
}

/** A list of groups. */
export function NestedList(
  type: () => new () => object,
  options: FieldOptions & { maxItems: number },
): PropertyDecorator {
  return field(
    { ...options, group: type },
    { type: () => [type()], maxItems: options.maxItems } as ApiPropertyOptions,
    IsArray(),
    ArrayMaxSize(options.maxItems),
    ValidateNested({ each: true }),
    Type(type),
  );
}

/** A key that people choose once and programs use: letters, digits, dashes (and `_` and capitals, when `upper`). */
export function Key(options: FieldOptions & { max: number; upper?: boolean }): PropertyDecorator {
  const form = options.upper ? /^[A-Za-z0-9][A-Za-z0-9_-]*$/ : /^[a-z0-9][a-z0-9-]*$/;
  return field(
    options,
    { type: String, maxLength: options.max, pattern: form.source },
    IsString(),
    Length(1, options.max),
    Matches(form),
  );
}

/** A calendar day, `YYYY-MM-DD`. */
export function Day(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'date' }, IsString(), rule('day', isDay));
}

/** A timestamp in ISO 8601 with its UTC offset (`Z`, `+03:00`). */
export function TimestampField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'date-time' }, IsString(), rule('date', isMoment));
}

/** Spans of a day as `[["08:00", "14:00"], …]`; only the format is checked here. */
export function TimeSpans(options: FieldOptions & { maxItems: number }): PropertyDecorator {
  const span = { type: 'array', items: { type: 'string', pattern: TIME.source }, minItems: 2, maxItems: 2 };
  return field(
    options,
    { type: 'array', items: span, maxItems: options.maxItems } as ApiPropertyOptions,
    IsArray(),
    ArrayMaxSize(options.maxItems),
    rule('hours', (value) => Array.isArray(value) && value.every(isSpan)),
  );
}

/** A custom validator; its name is the fault code. */
const rule = (name: string, validate: (value: unknown) => boolean): PropertyDecorator =>
  ValidateBy({ name, validator: { validate } });

/** Query parameters arrive as text: converted to a number when possible, and refused otherwise. */
export function QueryInteger(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return applyDecorators(
    Integer({ ...options, optional: options.optional ?? true }),
    Transform(({ value }) =>
      typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
    ),
  );
}

/** The same for numbers with a fraction. */
export function QueryDecimal(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return applyDecorators(
    Decimal({ ...options, optional: options.optional ?? true }),
    Transform(({ value }) =>
      typeof value === 'string' && /^-?\d{1,15}(\.\d{1,9})?$/.test(value) ? Number(value) : value,
    ),
  );
}

/** Documents a field of a response; validates nothing. */
export function ResponseField(api: ApiPropertyOptions = {}): PropertyDecorator {
  return ApiProperty({ required: true, ...api } as ApiPropertyOptions);
}
