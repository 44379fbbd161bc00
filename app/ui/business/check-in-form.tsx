// The monthly question, the same for the woman herself, for her link, and for the officer who asks her. Profit is asked first.
import {
  COST_PARTS,
  isQuarterEnd,
  LOANS,
  MONEY_DECIDERS,
  PROFIT_BAND_NAMES,
  PROFIT_BANDS,
  SAVES,
} from '#app/domain/checkins/check-in-answers.ts';
import { formatMonth } from '#app/domain/dates.ts';
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import { type Language, type Text, textOf } from '#app/text/text.ts';
import { Chips, ErrorSummary, TextField } from '#app/ui/parts/fields.tsx';
import { CoinPile } from './coin-pile.tsx';

interface Props {
  month: string;
  language: Language;
  problem: FormProblem | undefined;
  /** She has answered this month before: the new answer is a correction and says why. */
  isCorrection: boolean;
  /** An officer says how she was asked. */
  asksMode?: boolean;
}

export function CheckInForm({ month, language, problem, isCorrection, asksMode = false }: Props) {
  const { checkIn: text, form: formText } = textOf(language);
  const field = { problem, text: formText };
  return (
    <form method="post" className="group/ask grid gap-6">
      <ErrorSummary problem={problem} text={formText} />
      <p className="border-l-4 border-kunyit pl-3 text-lg">{text.promise}</p>
      <input type="hidden" name="month" value={month} />
      {asksMode ? <ModeQuestion text={text} field={field} /> : null}
      {isCorrection ? (
        <TextField
          name="correctionReason"
          label={text.correctionReason}
          hint={text.correctionHint}
          maxLength={300}
          required
          {...field}
        />
      ) : null}
      <SoldQuestion month={formatMonth(month, language)} text={text} field={field} />
      <div className="grid gap-6 group-has-[[name=sold]:not([value=yes]):checked]/ask:hidden">
        <ProfitQuestion text={text} field={field} />
        <TextField name="takingsRupiah" label={text.takings} inputMode="numeric" autoComplete="off" {...field} />
        <CostQuestion text={text} field={field} />
        <WorkQuestion text={text} field={field} />
      </div>
      {isQuarterEnd(month) ? <QuarterQuestions text={text} field={field} /> : null}
      <button type="submit" className="button">
        {isCorrection ? text.sendCorrection : text.send}
      </button>
    </form>
  );
}

type Part = { text: Text['checkIn']; field: { problem: FormProblem | undefined; text: Text['form'] } };

function ModeQuestion({ text, field }: Part) {
  return (
    <Chips
      name="mode"
      label={text.mode}
      initial="officer"
      options={[
        ['officer', text.officer],
        ['phone', text.phone],
      ]}
      {...field}
    />
  );
}

function SoldQuestion({ month, text, field }: Part & { month: string }) {
  return (
    <>
      <Chips
        name="sold"
        label={text.sold(month)}
        options={[
          ['yes', text.soldYes],
          ['no', text.soldNo],
          ['break', text.soldBreak],
          ['closed', text.soldClosed],
        ]}
        {...field}
      />
      <div className="hidden group-has-[[value=break]:checked]/ask:block">
        <TextField name="backOn" type="date" label={text.backOn} {...field} />
      </div>
    </>
  );
}

function ProfitQuestion({ text, field }: Part) {
  return (
    <div className="grid gap-3">
      <Chips
        name="profitBand"
        label={text.profit}
        hint={text.profitHint}
        options={PROFIT_BAND_NAMES.map((band) => [
          band,
          <span key={band} className="flex items-center gap-2">
            <CoinPile coins={PROFIT_BANDS[band].coins} />
            {text[band]}
          </span>,
        ])}
        {...field}
      />
      <TextField
        name="profitRupiah"
        label={text.profitFigure}
        hint={text.profitFigureHint}
        inputMode="numeric"
        autoComplete="off"
        {...field}
      />
    </div>
  );
}

function CostQuestion({ text, field }: Part) {
  return (
    <fieldset className="grid gap-3">
      <legend className="font-semibold">{text.costs}</legend>
      <p className="text-sm text-soft">{text.costsHint}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {COST_PARTS.map((part) => (
          <TextField
            key={part}
            name={`cost_${part}`}
            label={<span className="font-normal">{text[`cost_${part}`]}</span>}
            inputMode="numeric"
            autoComplete="off"
            {...field}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Also of a woman who sold nothing: who decides and what is saved does not end with a quiet month. */
function QuarterQuestions({ text, field }: Part) {
  return (
    <section className="grid gap-6 border-t border-line pt-5">
      <h2 className="text-lg">{text.quarterTitle}</h2>
      <TextField
        name="ordinaryProfitRupiah"
        label={text.ordinaryProfit}
        inputMode="numeric"
        autoComplete="off"
        {...field}
      />
      <Chips
        name="moneyDecider"
        label={text.moneyDecider}
        options={MONEY_DECIDERS.map((answer) => [answer, text.deciders[answer]] as const)}
        {...field}
      />
      <Chips
        name="savesMonthly"
        label={text.savesMonthly}
        options={SAVES.map((answer) => [answer, text.saves[answer]] as const)}
        {...field}
      />
      <Chips
        name="loan"
        label={text.loan}
        options={LOANS.map((answer) => [answer, text.loans[answer]] as const)}
        {...field}
      />
    </section>
  );
}

function WorkQuestion({ text, field }: Part) {
  return (
    <>
      <Chips
        name="demand"
        label={text.demand}
        options={[
          ['busier', text.busier],
          ['usual', text.usual],
          ['quieter', text.quieter],
        ]}
        {...field}
      />
      <div className="grid items-end gap-3 sm:grid-cols-3">
        {(['daysWorked', 'hoursPerDay', 'matsMade'] as const).map((name) => (
          <TextField key={name} name={name} label={text[name]} inputMode="numeric" autoComplete="off" {...field} />
        ))}
      </div>
      <Chips
        name="confidence"
        label={text.confidence}
        options={[
          ['written', text.written],
          ['remembered', text.remembered],
          ['guessed', text.guessed],
        ]}
        {...field}
      />
    </>
  );
}
