import { readRoster } from './roster-csv.js';

const ZONE = 'Asia/Bahrain';

describe('readRoster', () => {
  it('reads columns by name and times in the country’s zone', () => {
    const text = 'date,agent,from,to,state,reason\r\n2026-03-02,mona@test.example,08:00,15:30,,\r\n';
    expect(readRoster(text, ZONE)).toEqual({
      lines: [
        {
          line: 2,
          shift: {
            agent: 'mona@test.example',
            from: '2026-03-02T05:00:00.000Z',
            to: '2026-03-02T12:30:00.000Z',
          },
        },
      ],
      faults: [],
    });
  });

  it('accepts spreadsheet exports: semicolons, quotes, Arabic digits and empty lines', () => {
    const text =
      '\uFEFFagent;date;from;to;state;reason\n"mona@test.example";٢٠٢٦-٠٣-٠٢;8:00;9:00;not_ready;"a ""long"" break"\n\n';
    expect(readRoster(text, ZONE).lines[0]!.shift).toEqual({
      agent: 'mona@test.example',
      from: '2026-03-02T05:00:00.000Z',
      to: '2026-03-02T06:00:00.000Z',
      state: 'not_ready',
      reason: 'a "long" break',
    });
  });

  it('ends a night shift on the next day', () => {
    const { lines } = readRoster('agent,date,from,to\nm,2026-03-02,22:00,06:00', ZONE);
    expect(lines[0]!.shift.to).toBe('2026-03-03T03:00:00.000Z');
  });

  it('reports which lines are invalid, and why', () => {
    const text = [
      'agent,date,from,to,state',
      ',2026-03-02,08:00,09:00,',
      'm,2 March,08:00,09:00,',
      'm,2026-03-02,8,09:00,',
      'm,2026-03-02,08:00,09:00,asleep',
    ].join('\n');
    expect(readRoster(text, ZONE).faults).toEqual([
      { line: 2, code: 'agent' },
      { line: 3, code: 'date' },
      { line: 4, code: 'time' },
      { line: 5, code: 'state' },
    ]);
    expect(readRoster('who,when\n', ZONE).faults).toEqual([{ line: 1, code: 'columns' }]);
  });
});
