import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Ltr } from './Ltr.js';
import { textParts } from './text-parts.js';

/** User-written text: telephone and ticket numbers are isolated, and ticket numbers are links. */
export function MessageText({ text }: { text: string }): ReactNode {
  return textParts(text).map((part, index) => {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'number') return <Ltr key={index}>{part.text}</Ltr>;
    return (
      <Link key={index} to={`/tickets/${part.text}`}>
        <Ltr>{part.text}</Ltr>
      </Link>
    );
  });
}
