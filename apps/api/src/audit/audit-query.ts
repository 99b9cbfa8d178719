import type { AuditFilter } from '#wasl/audit';
import { AUDIT_ACTIONS, AUDIT_TARGETS } from '#wasl/contracts';
import { type FieldFault, invalid, isUuid } from '#wasl/kernel';

const KNOWN = new Set(['actor', 'action', 'targetKind', 'target', 'address', 'from', 'to', 'page']);

/**
 * Reads the filters of the trail from a query.
 * @throws invalid with one error for each invalid parameter
 */
export function auditFilter(query: Record<string, unknown>): AuditFilter {
  const faults: FieldFault[] = Object.keys(query)
    .filter((name) => !KNOWN.has(name))
    .map((path) => ({ path, code: 'unknown' }));
  const text = (name: string, fits: (value: string) => boolean, code: string) => {
    const value = query[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string' && fits(value)) return value;
    faults.push({ path: name, code });
    return undefined;
  };
  const oneOf = (list: readonly string[]) => (value: string) => list.includes(value);
  const moment = (name: string) => {
    const value = text(name, isMoment, 'date');
    return value === undefined ? undefined : new Date(value);
  };
  const filter = {
    actorId: text('actor', isUuid, 'uuid'),
    action: text('action', oneOf(AUDIT_ACTIONS), 'choice'),
    targetKind: text('targetKind', oneOf(AUDIT_TARGETS), 'choice'),
    targetId: text('target', (value) => value.length <= 100, 'too_long'),
    address: text('address', (value) => value.length <= 60, 'too_long'),
    from: moment('from'),
    to: moment('to'),
  };
  if (filter.from && filter.to && filter.to < filter.from) faults.push({ path: 'to', code: 'order' });
  if (faults.length > 0) throw invalid(faults);
  return filter;
}

const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/;
const isMoment = (value: string) => MOMENT.test(value) && !Number.isNaN(Date.parse(value));
