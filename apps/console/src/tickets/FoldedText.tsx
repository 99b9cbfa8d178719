import { useTranslation } from 'react-i18next';
import type { Fold } from '../api/types.js';
import { Prose } from '../ui/Prose.js';
import classes from './Conversation.module.css';
import { foldedPieces } from './folded-pieces.js';

/** A message with quoted history and signature collapsed. */
export function FoldedText({ text, folds }: { text: string; folds: Fold[] }) {
  const { t } = useTranslation();
  return foldedPieces(text, folds).map((piece) =>
    piece.kind === 'said' ? (
      <p key={piece.from} dir="auto" className={classes.body}>
        <Prose text={piece.text} />
      </p>
    ) : (
      <details key={piece.from} className={classes.fold}>
        <summary>{t(`message.fold.${piece.kind}`)}</summary>
        <p dir="auto" className={classes.body}>
          <Prose text={piece.text} />
        </p>
      </details>
    ),
  );
}
