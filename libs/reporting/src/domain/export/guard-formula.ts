/**
 * Text that a spreadsheet would run as a formula is made plain text by an apostrophe in front. What begins with =, +, -,
 * @, a tab or a carriage return is run, behind spaces and in its full-width forms too.
 */
export function guardFormula(text: string): string {
  return /^[\s\u0000-\u001f]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
