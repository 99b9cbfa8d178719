import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Ltr } from './Ltr.js';
import { proseParts } from './prose-parts.js';

/** What people wrote, with telephone and ticket numbers readable in any text; ticket numbers lead to their ticket. */
export function Prose({ text }: { text: string }): ReactNode {
  return proseParts(text).map((part, index) => {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'number') return <Ltr key={index}>{part.text}</Ltr>;
    return (
      <Link key={index} to={`/tickets/${part.text}`}>
        <Ltr>{part.text}</Ltr>
      </Link>
    );
  });
}
