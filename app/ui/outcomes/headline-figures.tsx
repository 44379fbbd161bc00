// The four figures on top, each with its interval and n, and the three sources; each is a way to the women behind it.
import type { GroupFigures } from '#app/domain/outcomes/outcome-figures.ts';
import { HIDDEN } from '#app/domain/published-cells.ts';
import type { Text } from '#app/text/text.ts';
import { sayBasis, sayCount, sayValue } from './figure-words.ts';

type RowsLink = (measure: string) => string | null;
type HeadlineProps = { figures: GroupFigures; text: Text['outcome']; linkTo: RowsLink };

export function HeadlineFigures({ figures, text, linkTo }: HeadlineProps) {
  const { profit, change, betterOff, response, verifiedShare } = figures;
  const verified = verifiedShare === null ? '–' : sayValue(verifiedShare, 'share', text);
  return (
    <dl className="grid border-y border-line sm:grid-cols-2 lg:grid-cols-4 lg:divide-x lg:divide-line">
      <Headline label={text.profit} to={linkTo('profit')} value={sayValue(profit.value, 'rupiah', text)}>
        {sayBasis(profit, 'rupiah', text)}
      </Headline>
      <Headline label={text.change} to={linkTo('change')} value={sayValue(change.value, 'change', text)}>
        {sayBasis(change, 'change', text)}
      </Headline>
      <Headline label={text.betterOff} to={linkTo('change')} value={sayValue(betterOff.value, 'share', text)}>
        {sayBasis(betterOff, 'share', text)}
      </Headline>
      <Headline label={text.response} to={linkTo('answered')} value={sayValue(response.value, 'share', text)}>
        {text.verifiedPart(verified)} · <Silent figures={figures} text={text} linkTo={linkTo} />
      </Headline>
    </dl>
  );
}

/** How many are silent is said to those who can see who they are; of rounded counts the difference would be wrong. */
function Silent({ figures: { graduates, answered }, text, linkTo }: HeadlineProps) {
  const to = linkTo('silent');
  if (graduates === HIDDEN || answered === HIDDEN || to === null) return text.count(sayCount(graduates, text));
  return (
    <>
      <Linked to={to}>{text.silent(graduates - answered)}</Linked> · {text.count(graduates)}
    </>
  );
}

function Headline({
  label,
  value,
  to,
  children,
}: {
  label: string;
  value: string;
  to: string | null;
  children: React.ReactNode;
}) {
  return (
    <div className="grid content-start gap-1 py-4 lg:px-4 lg:first:pl-0">
      <dt className="text-sm text-soft">{label}</dt>
      <dd className="font-serif text-2xl">
        <Linked to={to}>{value}</Linked>
      </dd>
      <dd className="text-sm">{children}</dd>
    </div>
  );
}

/** Verified, recorded and reported stand side by side; a sum of the three would count the same rupiah twice. */
export function SourceFigures({ figures, text, linkTo }: HeadlineProps) {
  return (
    <section className="grid gap-2">
      <dl className="grid gap-3 sm:grid-cols-3">
        {(['verified', 'recorded', 'reported'] as const).map((source) => (
          <div key={source}>
            <dt className="text-sm text-soft">{text[source]}</dt>
            <dd className="text-lg tabular-nums">
              <Linked to={linkTo(source)}>{sayValue(figures[`${source}Rupiah`], 'rupiah', text)}</Linked>
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-soft">{text.sources}</p>
    </section>
  );
}

/** A link for who may see the women behind the figure, plain text for the others. */
export function Linked({ to, children }: { to: string | null; children: React.ReactNode }) {
  return to ? (
    <a className="text-inherit decoration-line hover:decoration-tarum" href={to}>
      {children}
    </a>
  ) : (
    children
  );
}
