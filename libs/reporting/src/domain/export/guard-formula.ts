/**
 * Prefixes text that a spreadsheet would run as a formula with an apostrophe. Text is run when it begins with =, +, -,
 * @, a tab or a carriage return, also after spaces and in full-width forms. A telephone number in E.164 stays as it is:
 * a plus and digits can only be that number.
 */
export function guardFormula(text: string): string {
  if (/^\+\d{7,15}$/.test(text)) return text;
  return /^[\s\u0000-\u001f]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
