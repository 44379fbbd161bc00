// Charts and tables of the outcome pages, a woman's months, and what finance does next.
import { publishedCounts } from '#app/domain/outcomes/published-figures.ts';
import { NEAREST } from '#app/domain/published-cells.ts';
import { textOf } from '#app/text/text.ts';
import { StageBar } from '#app/ui/charts/stage-bar.tsx';
import { NextMoneyStep } from '#app/ui/office/money-desk.tsx';
import { PersonMonths } from '#app/ui/office/person-parts.tsx';
import { GroupTable } from '#app/ui/outcomes/group-table.tsx';
import { HeadlineFigures, SourceFigures } from '#app/ui/outcomes/headline-figures.tsx';
import { ProfitSection } from '#app/ui/outcomes/profit-section.tsx';
import { PublicationNote } from '#app/ui/outcomes/publication-note.tsx';
import { href } from '#app/urls.ts';
import { SAMPLE_FIGURES, SAMPLE_MONTHS, SAMPLE_OUTCOMES } from './sample-values.ts';
import { Specimen } from './specimen.tsx';

const { outcome, finance } = textOf('id');
const unlinked = () => null;
const next = { month: '2026-11', on: '2026-12-10' };

export function FigureParts() {
  const shared = { text: outcome, linkTo: unlinked };
  const groups = [
    { key: 'a', name: 'Karang Sari', figures: SAMPLE_FIGURES },
    { key: 'b', name: 'Cikokol', figures: null },
  ];
  return (
    <>
      <Specimen name="HeadlineFigures, SourceFigures">
        <HeadlineFigures figures={SAMPLE_FIGURES} {...shared} />
        <SourceFigures figures={SAMPLE_FIGURES} {...shared} />
      </Specimen>
      <Specimen name="ProfitSection">
        <ProfitSection outcomes={SAMPLE_OUTCOMES} language="id" download={href('systemUi')} />
      </Specimen>
      <Specimen name="StageBar">
        <StageBar {...SAMPLE_FIGURES} {...shared} />
        <StageBar {...SAMPLE_FIGURES} stages={publishedCounts(SAMPLE_FIGURES.stages, NEAREST)} {...shared} />
      </Specimen>
      <Specimen name="GroupTable">
        <GroupTable
          caption={outcome.byVillage}
          groups={groups}
          columns={['graduates', 'answered', 'profit']}
          {...shared}
        />
      </Specimen>
      <Specimen name="PublicationNote">
        <PublicationNote at={new Date('2026-11-10T00:10:00Z')} month="2026-10" next={next} language="id" />
        <PublicationNote at={null} month="2026-10" next={next} language="id" />
      </Specimen>
      <Specimen name="PersonMonths">
        <PersonMonths months={SAMPLE_MONTHS} language="id" />
        <PersonMonths months={[]} language="id" />
      </Specimen>
      <Specimen name="NextMoneyStep">
        <NextMoneyStep disputes={0} proofs={2} refund={null} oddity={null} text={finance} />
        <NextMoneyStep disputes={0} proofs={0} refund={null} oddity={null} text={finance} />
      </Specimen>
    </>
  );
}
