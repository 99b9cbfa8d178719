import { useTranslation } from 'react-i18next';
import type { QuotedRange } from '../api/types.js';
import { MessageText } from '../ui/MessageText.js';
import classes from './Conversation.module.css';
import { textSegments } from './text-segments.js';

/** A message with quoted history and signature collapsed. */
export function CollapsibleText({ text, folds }: { text: string; folds: QuotedRange[] }) {
  const { t } = useTranslation();
  return textSegments(text, folds).map((piece) =>
    piece.kind === 'said' ? (
      <p key={piece.from} dir="auto" className={classes.body}>
        <MessageText text={piece.text} />
      </p>
    ) : (
      <details key={piece.from} className={classes.fold}>
        <summary>{t(`message.fold.${piece.kind}`)}</summary>
        <p dir="auto" className={classes.body}>
          <MessageText text={piece.text} />
        </p>
      </details>
    ),
  );
}
