import { type FieldFault, type Localized } from '#wasl/kernel';

/**
 * Open311 response types: the number at once (realtime), a token for getting the number later (batch), or neither
 * (blackbox); blackbox requests are never public.
 */
export const OPEN311_TYPES = ['realtime', 'batch', 'blackbox'] as const;
export type Open311Type = (typeof OPEN311_TYPES)[number];

export const ATTRIBUTE_DATATYPES = [
  'string',
  'number',
  'datetime',
  'text',
  'singlevaluelist',
  'multivaluelist',
] as const;
export type AttributeDatatype = (typeof ATTRIBUTE_DATATYPES)[number];

/** One question that a service asks, in both languages. */
export interface ServiceAttribute {
  /** unique within its service */
  code: string;
  /** false when it is only information and needs no answer */
  variable: boolean;
  datatype: AttributeDatatype;
  required: boolean;
  description: Localized;
  /** how to answer; may be empty */
  datatypeDescription: Localized;
  /** the choices of a list, in order; empty for other types */
  values: { key: string; name: Localized }[];
}

export const isListAttribute = (datatype: AttributeDatatype): boolean =>
  datatype === 'singlevaluelist' || datatype === 'multivaluelist';

/** Checks the questions of a service for contradictions; single fields are validated before. */
export function attributeFaults(attributes: readonly ServiceAttribute[]): FieldFault[] {
  const faults: FieldFault[] = [];
  const codes = new Set<string>();
  for (const [i, attribute] of attributes.entries()) {
    const path = `attributes.${i}`;
    if (codes.has(attribute.code)) faults.push({ path: `${path}.code`, code: 'repeated' });
    codes.add(attribute.code);
    const isList = isListAttribute(attribute.datatype);
    if (isList && attribute.values.length === 0) faults.push({ path: `${path}.values`, code: 'required' });
    if (!isList && attribute.values.length > 0) faults.push({ path: `${path}.values`, code: 'unknown' });
    if (new Set(attribute.values.map(({ key }) => key)).size < attribute.values.length) {
      faults.push({ path: `${path}.values`, code: 'repeated' });
    }
    if (attribute.required && !attribute.variable) faults.push({ path: `${path}.required`, code: 'choice' });
  }
  return faults;
}
