/**
 * Prefixes text that a spreadsheet would run as a formula with an apostrophe. Text is run when it begins with =, +, -,
 * @, a tab or a carriage return, also after spaces and in full-width forms.
 */
export function guardFormula(text: string): string {
  return /^[\s\u0000-\u001f]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
