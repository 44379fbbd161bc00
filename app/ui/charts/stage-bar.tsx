// One bar cut by stage, and its legend with the numbers: the words carry the meaning, the colours only help.
import { STAGES, type Stage } from '#app/domain/outcomes/business-stage.ts';
import type { Text } from '#app/text/text.ts';

const FILLS: Readonly<Record<Stage, string>> = {
  growing: 'fill-daun',
  running: 'fill-tarum',
  starting: 'fill-kunyit',
  seasonal: 'fill-edge',
  not_started: 'fill-line',
  stopped: 'fill-mengkudu',
  unknown: 'fill-cloth stroke-edge',
};
/** From strongest to weakest. */
const ORDER: readonly Stage[] = ['growing', 'running', 'starting', 'seasonal', 'not_started', 'stopped', 'unknown'];

interface Props {
  stages: Readonly<Record<Stage, number>>;
  text: Text['outcome'];
  /** Address of the women in a stage; null for who may not see names. */
  linkTo: (stage: Stage) => string | null;
}

export function StageBar({ stages, text, linkTo }: Props) {
  const total = STAGES.reduce((sum, stage) => sum + stages[stage], 0);
  let x = 0;
  return (
    <div className="grid gap-3">
      <svg aria-hidden="true" viewBox="0 0 1000 28" preserveAspectRatio="none" height="28" className="w-full">
        {ORDER.map((stage) => {
          const width = total === 0 ? 0 : (stages[stage] / total) * 1000;
          x += width;
          return width === 0 ? null : (
            <rect
              key={stage}
              x={x - width}
              y="0"
              width={width}
              height="28"
              className={`${FILLS[stage]} stroke-paper`}
              strokeWidth="2"
              vectorEffect="non-scaling-stroke"
            />
          );
        })}
      </svg>
      <Legend stages={stages} total={total} text={text} linkTo={linkTo} />
    </div>
  );
}

function Legend({ stages, total, text, linkTo }: Props & { total: number }) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2">
      {ORDER.map((stage) => {
        const to = linkTo(stage);
        const count = `${stages[stage]}${total ? ` (${Math.round((stages[stage] / total) * 100)} %)` : ''}`;
        return (
          <li key={stage} className="flex items-center gap-2">
            <svg aria-hidden="true" width="14" height="14">
              <rect x="1" y="1" width="12" height="12" className={FILLS[stage]} />
            </svg>
            <span>
              {text[stage]} {to && stages[stage] > 0 ? <a href={to}>{count}</a> : count}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
