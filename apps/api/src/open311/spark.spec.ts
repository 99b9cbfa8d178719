import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { escapeXml, SparkList, serialize } from './spark.js';

describe('an answer in two formats', () => {
  const value = new SparkList('service', [
    {
      service_code: 'a',
      metadata: true,
      order: 1,
      note: null,
      values: new SparkList('value', [{ key: '1' }]),
    },
  ]);

  it('should be a plain array in JSON', () => {
    expect(JSON.parse(serialize('json', 'services', value))).toEqual([
      { service_code: 'a', metadata: true, order: 1, note: null, values: [{ key: '1' }] },
    ]);
  });

  it('should name each row in XML, with empty elements for unknown values', () => {
    expect(serialize('xml', 'services', value)).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<services><service><service_code>a</service_code>' +
        '<metadata>true</metadata><order>1</order><note/><values><value><key>1</key></value></values></service></services>',
    );
    expect(serialize('xml', 'services', new SparkList('service', []))).toContain('<services/>');
  });

  it('should escape any text', () => {
    const parser = new XMLParser({ trimValues: false, parseTagValue: false, processEntities: true });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = parser.parse(serialize('xml', 'a', text.replaceAll('\r', '')));
        expect(read.a).toBe(
          text.replaceAll('\r', '').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''),
        );
      }),
    );
    expect(escapeXml('a\ud800b')).toBe('ab');
  });
});
