// Figures per village or per cohort; a hidden group stays in the table, hatched, so that nobody wonders where it went.
import type { GroupFigures } from '#app/domain/outcomes/outcome-figures.ts';
import type { Group } from '#app/domain/outcomes/outcome-series.ts';
import { HIDDEN } from '#app/domain/published-cells.ts';
import type { Text } from '#app/text/text.ts';
import { ScrollRegion } from '#app/ui/parts/scroll-region.tsx';
import { sayCount, sayValue } from './figure-words.ts';
import { Linked } from './headline-figures.tsx';

export type Column = 'graduates' | 'answered' | 'active' | 'profit' | 'change' | 'verified' | 'recorded' | 'reported';

/** Which list of women stands behind a column. */
const MEASURE: Readonly<Record<Column, string>> = {
  graduates: 'all',
  answered: 'answered',
  active: 'active',
  profit: 'profit',
  change: 'change',
  verified: 'verified',
  recorded: 'recorded',
  reported: 'reported',
};

interface Shared {
  columns: readonly Column[];
  text: Text['outcome'];
  linkTo: (group: string, measure: string) => string | null;
}

export function GroupTable({ caption, groups, ...shared }: Shared & { caption: string; groups: readonly Group[] }) {
  const { columns, text } = shared;
  return (
    <section className="grid min-w-0 content-start gap-3">
      <h2 className="text-xl">{caption}</h2>
      <ScrollRegion label={caption}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{text.group}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="number">
                  {headOf(column, text)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Row key={group.key} group={group} {...shared} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Row({ group: { key, name, figures }, columns, text, linkTo }: Shared & { group: Group }) {
  return (
    <tr className={figures ? undefined : 'hatched text-soft'}>
      <th scope="row">{name || text.noVillage}</th>
      {figures ? (
        columns.map((column) => (
          <td key={column} className="number whitespace-nowrap">
            <Linked to={linkTo(key, MEASURE[column])}>{cellOf(column, figures, text)}</Linked>
          </td>
        ))
      ) : (
        <td colSpan={columns.length} className="number">
          {text.hidden}
        </td>
      )}
    </tr>
  );
}

function headOf(column: Column, text: Text['outcome']): string {
  if (column === 'profit') return text.profitShort;
  if (column === 'change') return text.changeShort;
  return text[column];
}

function cellOf(column: Column, figures: GroupFigures, text: Text['outcome']): string {
  switch (column) {
    case 'graduates':
    case 'answered':
      return sayCount(figures[column], text);
    case 'active':
      return sayActive(figures, text);
    case 'profit':
      return sayValue(figures.profit.value, 'rupiah', text);
    case 'change':
      return sayValue(figures.change.value, 'change', text);
    default:
      return sayValue(figures[`${column}Rupiah`], 'rupiah', text);
  }
}

/** Of two stages of which one is hidden the sum is hidden too: less the other it would tell the one. */
function sayActive({ stages: { running, growing } }: GroupFigures, text: Text['outcome']): string {
  return running === HIDDEN || growing === HIDDEN ? text.hidden : sayCount(running + growing, text);
}
