import fc from 'fast-check';
import { type DomainError } from '#wasl/kernel';
import { MAX_DAYS, MAX_ROWS, parseDateTime, readRequestSearch } from './search.js';

const NOW = new Date('2026-11-23T12:00:00Z');
const DAY = 86_400_000;
const search = (query: Record<string, unknown>) => readRequestSearch(query, NOW);
const faultsOf = (query: Record<string, unknown>) => {
  try {
    search(query);
    return [];
  } catch (error) {
    return (error as DomainError).faults.map(({ path, code }) => `${path} ${code}`);
  }
};

describe('a search for requests', () => {
  it('should cover the last ninety days and a thousand rows when nothing is asked', () => {
    expect(search({})).toEqual({
      from: new Date(NOW.getTime() - MAX_DAYS * DAY),
      to: NOW,
      limit: MAX_ROWS,
      offset: 0,
      ids: null,
      serviceCodes: null,
      status: null,
      extensions: false,
    });
  });

  it('should treat an empty parameter as one not given', () => {
    const empty = { service_request_id: '', service_code: '', start_date: '', status: '', page: '' };
    expect(search(empty)).toEqual(search({}));
  });

  it('should never cover more than ninety days, nor reach into the future', () => {
    const day = fc.integer({ min: -4_000, max: 400 });
    fc.assert(
      fc.property(fc.option(day), fc.option(day), (start, end) => {
        fc.pre(start === null || end === null || start <= end);
        const at = (days: number) => `${new Date(NOW.getTime() + days * DAY).toISOString().slice(0, 19)}Z`;
        const { from, to } = search({
          ...(start !== null && { start_date: at(start) }),
          ...(end !== null && { end_date: at(end) }),
        });
        expect(to.getTime() - from.getTime()).toBeLessThanOrEqual(MAX_DAYS * DAY);
        expect(to <= NOW).toBe(true);
      }),
    );
  });

  it('should cover ninety days from a start alone, and include the whole second of an end', () => {
    const { from, to } = search({ start_date: '2026-01-01T00:00:00+03:00' });
    expect(from.toISOString()).toBe('2025-12-31T21:00:00.000Z');
    expect(to.toISOString()).toBe('2026-03-31T21:00:00.000Z');
    expect(search({ end_date: '2026-11-01T10:00:00Z' }).to.toISOString()).toBe('2026-11-01T10:00:00.999Z');
  });

  it('should read lists separated by commas and given several times', () => {
    expect(search({ service_code: ['a, b', 'c'], service_request_id: '1,2' })).toMatchObject({
      serviceCodes: ['a', 'b', 'c'],
      ids: ['1', '2'],
    });
  });

  it.each([
    [{ status: 'open' }, 'open'],
    [{ status: 'CLOSED' }, 'closed'],
    [{ status: 'open,closed' }, null],
  ])('should read %j as %j', (query, status) => expect(search(query).status).toBe(status));

  it.each([
    [{ status: 'lost' }, 'status choice'],
    [{ start_date: 'yesterday' }, 'start_date date'],
    [{ start_date: '2026-02-30' }, 'start_date date'],
    [{ start_date: '2026-02-02', end_date: '2026-02-01' }, 'end_date order'],
    [{ page: '0' }, 'page integer'],
    [{ page_size: 'many' }, 'page_size integer'],
    [{ service_code: { a: 1 } }, 'service_code string'],
  ])('should refuse %j', (query, fault) => expect(faultsOf(query)).toEqual([fault]));

  it('should return at most a thousand rows a page', () => {
    expect(search({ page: '3', page_size: '5000' })).toMatchObject({
      limit: MAX_ROWS,
      offset: 2 * MAX_ROWS,
    });
  });

  it('should accept a plus sign that was not encoded', () => {
    expect(parseDateTime('2026-01-01T03:00:00 03:00')?.toISO()).toBe('2026-01-01T00:00:00.000Z');
  });
});
