// One bar cut by stage, and its legend with the numbers: the words carry the meaning, the colours only help.
import { STAGES, type Stage } from '#app/domain/outcomes/business-stage.ts';
import { type Cell, HIDDEN } from '#app/domain/published-cells.ts';
import type { Text } from '#app/text/text.ts';

const FILLS: Readonly<Record<Stage, string>> = {
  growing: 'fill-daun stroke-paper',
  running: 'fill-tarum stroke-paper',
  starting: 'fill-kunyit stroke-paper',
  seasonal: 'fill-edge stroke-paper',
  not_started: 'fill-line stroke-paper',
  stopped: 'fill-mengkudu stroke-paper',
  unknown: 'fill-cloth stroke-edge',
};
/** From strongest to weakest. */
const ORDER: readonly Stage[] = ['growing', 'running', 'starting', 'seasonal', 'not_started', 'stopped', 'unknown'];

interface Props {
  /** The women of all stages. */
  graduates: Cell;
  stages: Readonly<Record<Stage, Cell>>;
  text: Text['outcome'];
  /** Address of the women in a stage; null for who may not see names. */
  linkTo: (stage: Stage) => string | null;
}

const widthOf = (women: Cell) => (women === HIDDEN ? 0 : women);

export function StageBar(props: Props) {
  const { stages } = props;
  const shown = STAGES.reduce((sum, stage) => sum + widthOf(stages[stage]), 0);
  // Rounded parts may come to more than the rounded whole.
  const total = Math.max(widthOf(props.graduates), shown);
  const share = (women: number) => (total === 0 ? 0 : (women / total) * 1000);
  let x = 0;
  return (
    <div className="grid gap-3">
      <svg aria-hidden="true" viewBox="0 0 1000 28" preserveAspectRatio="none" height="28" className="w-full">
        {ORDER.map((stage) => {
          const width = share(widthOf(stages[stage]));
          x += width;
          return <Segment key={stage} x={x - width} width={width} fill={FILLS[stage]} />;
        })}
        <Segment x={share(shown)} width={share(total - shown)} fill="fill-none stroke-edge" />
      </svg>
      <Legend {...props} total={total} />
    </div>
  );
}

/** What is left of the bar belongs to the hidden stages: an empty frame. */
function Segment({ x, width, fill }: { x: number; width: number; fill: string }) {
  if (width === 0) return null;
  return (
    <rect x={x} y="0" width={width} height="28" className={fill} strokeWidth="2" vectorEffect="non-scaling-stroke" />
  );
}

function Legend({ stages, total, text, linkTo }: Props & { total: number }) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2">
      {ORDER.map((stage) => {
        const to = linkTo(stage);
        const women = stages[stage];
        const count = women === HIDDEN ? text.hidden : sayShare(women, total);
        return (
          <li key={stage} className="flex items-center gap-2">
            <svg aria-hidden="true" width="14" height="14">
              <rect x="1" y="1" width="12" height="12" className={FILLS[stage]} />
            </svg>
            <span>
              {text[stage]} {to && women !== 0 ? <a href={to}>{count}</a> : count}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function sayShare(women: number, total: number): string {
  return `${women}${total ? ` (${Math.round((women / total) * 100)} %)` : ''}`;
}
