import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { isUuid } from '#wasl/kernel';
import { RecordFieldShape } from '#wasl/platform';

const MOST = 200;

export const ALL_OR_IDS_SCHEMA = {
  oneOf: [
    { type: 'string', enum: ['all'] },
    { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: MOST },
  ],
};

const isAllOrIds = (value: unknown): boolean =>
  value === 'all' || (Array.isArray(value) && value.length <= MOST && value.every(isUuid));

/** `all`, or a list of ids. */
export function AllOrIds({ description }: { description: string }): PropertyDecorator {
  return applyDecorators(
    ValidateBy({ name: 'choice', validator: { validate: isAllOrIds } }),
    RecordFieldShape({ optional: false, maxItems: MOST }),
    ApiProperty({ ...ALL_OR_IDS_SCHEMA, description, example: 'all' } as ApiPropertyOptions),
  );
}
