import { Table, Tooltip } from '@mantine/core';
import type { Figure, Figures } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { Ltr } from '../ui/Ltr.js';
import { formatFigure } from './format-figure.js';
import classes from './Reports.module.css';

/** Column headers of figures; each explains its formula. */
export function FigureHeads({ figures }: { figures: Figure[] }) {
  const { localized } = useFormats();
  return figures.map(({ key, name, formula }) => (
    <Table.Th key={key} scope="col" className={classes.number}>
      <Tooltip
        label={localized(formula)}
        multiline
        maw={320}
        events={{ hover: true, focus: true, touch: true }}
      >
        <span tabIndex={0} className={classes.explained}>
          {localized(name)}
        </span>
      </Tooltip>
    </Table.Th>
  ));
}

export function FigureValues({ figures, of }: { figures: Figure[]; of: Figures }) {
  const formats = useFormats();
  return figures.map((figure) => (
    <Table.Td key={figure.key} className={classes.number}>
      <Ltr>{formatFigure(figure, of, formats)}</Ltr>
    </Table.Td>
  ));
}
