export interface TextPart {
  kind: 'text' | 'number' | 'ticket';
  text: string;
}

/** Seven digits or more, with single spaces or hyphens between them. */
const NUMBER = /(\+?\d(?:[ -]?\d){6,})/;
const TICKET = /^\d{4}-\d{4}-\d{4}$/;

export function textParts(text: string): TextPart[] {
  return text
    .split(NUMBER)
    .map((part, index): TextPart => {
      if (index % 2 === 0) return { kind: 'text', text: part };
      return { kind: TICKET.test(part) ? 'ticket' : 'number', text: part };
    })
    .filter((part) => part.text !== '');
}
