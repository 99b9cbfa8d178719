import { CALL_STATES, type CallFilter } from '#wasl/channels';
import { type FieldFault, invalid, isUuid } from '#wasl/kernel';

const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/;
const FLAG = ['true', 'false'];
const KNOWN = new Set([
  'missed',
  'done',
  'direction',
  'state',
  'queue',
  'agent',
  'number',
  'from',
  'to',
  'page',
  'page[size]',
  'page[after]',
]);

/**
 * Reads the filters of the call log from a query.
 * @throws invalid with one fault for each thing wrong
 */
export function callFilter(query: Record<string, unknown>): CallFilter {
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
  const oneOf = (name: string, list: readonly string[]) =>
    text(name, (value) => list.includes(value), 'choice');
  const flag = (name: string) => {
    const value = oneOf(name, FLAG);
    return value === undefined ? undefined : value === 'true';
  };
  const moment = (name: string) => {
    const value = text(name, (given) => MOMENT.test(given) && !Number.isNaN(Date.parse(given)), 'date');
    return value === undefined ? undefined : new Date(value);
  };
  const filter: CallFilter = {
    missed: flag('missed'),
    done: flag('done'),
    direction: oneOf('direction', ['in', 'out']) as CallFilter['direction'],
    state: oneOf('state', CALL_STATES) as CallFilter['state'],
    queue: text('queue', (value) => value.length <= 40, 'too_long'),
    agentId: text('agent', isUuid, 'uuid'),
    number: text('number', (value) => value.length <= 40, 'too_long'),
    from: moment('from'),
    to: moment('to'),
  };
  if (filter.from && filter.to && filter.to < filter.from) faults.push({ path: 'to', code: 'order' });
  if (faults.length > 0) throw invalid(faults);
  return filter;
}
