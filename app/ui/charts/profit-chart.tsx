// Median profit by month with its interval, Ramadan shaded, yearly benchmarks as labelled rules. Drawn by hand as SVG with the site's own
// classes: no style attribute (the content policy refuses them), right in light, dark and print, and no script.
import { formatMonth } from '#app/domain/dates.ts';
import type { Language } from '#app/text/text.ts';
import { runsOf, type Scale, scaleFor } from './scale.ts';

export interface ChartPoint {
  readonly month: string;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export interface ChartRule {
  readonly rupiah: number;
  readonly label: string;
}

interface Props {
  /** Every month of the axis; null where nothing is known or shown. */
  months: readonly string[];
  points: readonly (ChartPoint | null)[];
  rules: readonly ChartRule[];
  /** Days from the first of Ramadan to the first of Syawal. */
  ramadans: readonly { readonly fromOn: string; readonly untilOn: string }[];
  text: { title: string; ramadan: string; offScale: string };
  language: Language;
  /** In pixels; the narrow one is for a phone. */
  width: number;
  height: number;
}

interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  step: number;
  scale: Scale;
}

export function ProfitChart({ months, points, rules, ramadans, text, language, width, height }: Props) {
  const box = { left: 40, right: width - 16, top: 58, bottom: height - 28 };
  const told = points.filter((point) => point !== null);
  const highest = Math.max(100_000, ...told.map((point) => point.high));
  // A rule far above the data would flatten it: it is named at the upper edge instead.
  const inside = rules.filter((rule) => rule.rupiah <= highest * 1.6);
  const scale = scaleFor(
    Math.min(0, ...told.map((point) => point.low)),
    Math.max(highest, ...inside.map((rule) => rule.rupiah)),
    box,
  );
  const frame: Frame = { ...box, scale, step: (box.right - box.left) / Math.max(months.length, 1) };
  return (
    <svg
      role="img"
      aria-label={text.title}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="h-auto max-w-full"
    >
      <title>{text.title}</title>
      <Ramadans months={months} ramadans={ramadans} word={text.ramadan} frame={frame} />
      <Axes months={months} language={language} frame={frame} />
      <Curve points={points} frame={frame} />
      {inside.map((rule) => (
        <Rule key={rule.label} rule={rule} frame={frame} />
      ))}
      {rules
        .filter((rule) => !inside.includes(rule))
        .map((rule) => (
          <text key={rule.label} x={box.right} y={14} textAnchor="end" fontSize="12" className="fill-mengkudu">
            ↑ {rule.label} ({text.offScale})
          </text>
        ))}
    </svg>
  );
}

function xOf(index: number, { left, step }: Frame): number {
  return Math.round((left + (index + 0.5) * step) * 10) / 10;
}

function Curve({ points, frame }: { points: Props['points']; frame: Frame }) {
  return runsOf(points).map((run) => (
    <g key={run[0]?.index}>
      <polygon points={bandOf(run, frame)} className="fill-tarum" fillOpacity="0.18" />
      <polyline
        points={lineOf(run, frame)}
        className="fill-none stroke-tarum"
        strokeWidth="2.5"
        strokeLinejoin="round"
      />
      {run.map(({ index, item }) => (
        <circle
          key={item.month}
          cx={xOf(index, frame)}
          cy={frame.scale.y(item.median)}
          r="2.5"
          className="fill-tarum"
        />
      ))}
    </g>
  ));
}

type Run = { index: number; item: ChartPoint }[];

function lineOf(run: Run, frame: Frame): string {
  return run.map(({ index, item }) => `${xOf(index, frame)},${frame.scale.y(item.median).toFixed(1)}`).join(' ');
}

function bandOf(run: Run, frame: Frame): string {
  const upper = run.map(({ index, item }) => `${xOf(index, frame)},${frame.scale.y(item.high).toFixed(1)}`);
  const lower = run.map(({ index, item }) => `${xOf(index, frame)},${frame.scale.y(item.low).toFixed(1)}`);
  return [...upper, ...lower.reverse()].join(' ');
}

function Axes({ months, language, frame }: Pick<Props, 'months' | 'language'> & { frame: Frame }) {
  const { left, right, bottom, scale, step } = frame;
  // As many month names as fit at 12 px.
  const every = Math.ceil(60 / step);
  return (
    <g fontSize="12" className="fill-soft">
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={scale.y(tick)} y2={scale.y(tick)} className="stroke-line" />
          <text x={left - 6} y={scale.y(tick) + 4} textAnchor="end">
            {tick / 1000}
          </text>
        </g>
      ))}
      {months.map((month, index) =>
        (months.length - 1 - index) % every === 0 ? (
          <text key={month} x={xOf(index, frame)} y={bottom + 18} textAnchor="middle">
            {formatMonth(month, language, 'narrow')}
          </text>
        ) : null,
      )}
    </g>
  );
}

function Ramadans({
  months,
  ramadans,
  word,
  frame,
}: Pick<Props, 'months' | 'ramadans'> & { word: string; frame: Frame }) {
  const place = (day: string) => {
    const index = months.indexOf(day.slice(0, 7));
    return index === -1 ? null : frame.left + (index + (Number(day.slice(8)) - 1) / 31) * frame.step;
  };
  return ramadans.map(({ fromOn, untilOn }) => {
    const [from, until] = [place(fromOn), place(untilOn)];
    if (from === null && until === null) return null;
    const x = from ?? frame.left;
    return (
      <g key={fromOn}>
        <rect
          x={x}
          y={frame.top - 12}
          width={(until ?? frame.right) - x}
          height={frame.bottom - frame.top + 12}
          className="fill-kunyit"
          fillOpacity="0.3"
        />
        <text
          x={(x + (until ?? frame.right)) / 2}
          y={frame.top - 16}
          textAnchor="middle"
          fontSize="12"
          className="fill-soft"
        >
          {word}
        </text>
      </g>
    );
  });
}

function Rule({ rule, frame }: { rule: ChartRule; frame: Frame }) {
  const y = frame.scale.y(rule.rupiah);
  return (
    <g>
      <line x1={frame.left} x2={frame.right} y1={y} y2={y} className="stroke-mengkudu" strokeDasharray="5 4" />
      <text x={frame.left + 4} y={y - 5} fontSize="12" className="fill-mengkudu">
        {rule.label}
      </text>
    </g>
  );
}
