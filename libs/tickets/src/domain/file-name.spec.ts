import { cleanFileName } from './file-name.js';

describe('names of files', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['تقرير نهائي.pdf', 'تقرير نهائي.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\photo.jpg', 'photo.jpg'],
    ['invoice\u202Egpj.exe', 'invoicegpj.exe'],
    ['a\r\nSet-Cookie: x.txt', 'aSet-Cookie x.txt'],
    ['.htaccess', 'htaccess'],
    ['zero\u200bwidth.txt', 'zerowidth.txt'],
    ['', 'file'],
    ['...', 'file'],
  ])('should show %j as %j', (name, clean) => {
    expect(cleanFileName(name)).toBe(clean);
  });

  it('should keep the ending of a long name', () => {
    const clean = cleanFileName(`${'x'.repeat(500)}.pdf`);
    expect(clean).toHaveLength(120);
    expect(clean.endsWith('.pdf')).toBe(true);
  });
});
