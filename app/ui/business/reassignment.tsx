// An order that one maker passes to another: whom to ask, the question as she who is asked reads it, and what came of it.

import { formatRupiah } from '#app/domain/money.ts';
import type { AskedReassignment } from '#app/domain/reassignments/reassignment-queries.server.ts';
import type { SisterShop } from '#app/domain/reassignments/sister-shops.server.ts';
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import type { ReassignmentView } from '#app/server/views/reassignment-view.server.ts';
import { type Text, textFor } from '#app/text/text.ts';
import { ChoiceRows } from '#app/ui/parts/choice-rows.tsx';
import { Fact } from '#app/ui/parts/fact.tsx';
import { ErrorSummary, errorOf } from '#app/ui/parts/fields.tsx';
import { href } from '#app/urls.ts';

interface Part {
  readonly problem: FormProblem | undefined;
  readonly text: Text;
}

export function SisterForm({ sisters, problem, text }: Part & { sisters: readonly SisterShop[] }) {
  const words = text.reassignment;
  return (
    <form method="post" className="grid gap-4">
      <ErrorSummary problem={problem} text={text.form} />
      <ChoiceRows
        name="perajin"
        label={words.sisters}
        rows={sisters.map(({ shopId, name, district, isReady }) => ({
          ...{ value: shopId, title: name, picture: null },
          note: `${district} · ${isReady ? words.ready : words.toMake}`,
        }))}
        error={errorOf(problem, 'perajin', text.form)}
      />
      <button type="submit" className="button">
        {words.ask}
      </button>
    </form>
  );
}

/** Questions that wait for her yes or no, in her inbox. */
export function AskedRows({ asked, words }: { asked: readonly AskedReassignment[]; words: Text['reassignment'] }) {
  if (asked.length === 0) return null;
  return (
    <ul>
      {asked.map(({ id, fromShopName, number, totalRupiah }) => (
        <li key={id} className="grid grid-cols-[1fr_auto] gap-x-3 border-t border-line py-3">
          <a href={href('businessReassignment', { id })} className="font-semibold">
            {words.askedRow(fromShopName)}
          </a>
          <span className="tag tag-wait">{words.canYou}</span>
          <span className="text-soft">
            {number} · {formatRupiah(totalRupiah)}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface Asked extends Part {
  readonly asked: ReassignmentView;
}

export function AskedPage({ asked, problem, text }: Asked) {
  const words = text.reassignment;
  const isOpen = asked.outcome === 'Open';
  return (
    <>
      <h1 className="text-xl">{words.askedTitle(asked.fromShop)}</h1>
      <p className="text-soft">{text.order.title(asked.order.number)}</p>
      {isOpen ? <p>{words.askedIntro}</p> : <Outcome asked={asked} text={text} />}
      <Bought asked={asked} text={text} />
      {isOpen ? <Answer asked={asked} problem={problem} text={text} /> : null}
    </>
  );
}

export function OwnPage({ asked, problem, text }: Asked) {
  const words = text.reassignment;
  const { order, toShop, outcome } = asked;
  return (
    <>
      <h1 className="text-xl">{words.ownTitle(order.number, toShop)}</h1>
      <ErrorSummary problem={problem} text={text.form} />
      <Outcome asked={asked} text={text} />
      {outcome === 'Agreed' && order.method === 'transfer' ? (
        <p className="font-semibold">{words.giveMoney(toShop, formatRupiah(order.totalRupiah))}</p>
      ) : null}
      <Bought asked={asked} text={text} />
      {outcome === 'Open' ? (
        <form method="post">
          <button type="submit" name="jawaban" value="tidak" className="button button-quiet w-full">
            {words.withdraw}
          </button>
        </form>
      ) : null}
    </>
  );
}

/** What came of it; the order itself opens for her who has it. */
function Outcome({ asked: { isAsked, outcome, order }, text }: Pick<Asked, 'asked' | 'text'>) {
  const words = text.reassignment;
  const hasOrder = isAsked ? outcome === 'Agreed' : outcome !== 'Agreed';
  return (
    <>
      <p role="status" className="rounded bg-cloth p-4">
        {textFor(words.outcome, `${isAsked ? 'asked' : 'own'}${outcome}`)}
      </p>
      {hasOrder ? (
        <a className={isAsked ? 'button' : 'py-2 text-center'} href={href('businessOrder', { id: order.id })}>
          {words.openOrder}
        </a>
      ) : null}
    </>
  );
}

function Bought({ asked, text }: Pick<Asked, 'asked' | 'text'>) {
  const words = text.reassignment;
  const rows = [
    [words.yourMoney, asked.isAsked ? formatRupiah(asked.order.totalRupiah) : null],
    [words.broughtTo, asked.village],
    [words.collectedAt, asked.place],
    [words.promised, asked.promised],
    [words.placed, asked.placed],
  ] as const;
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{words.bought}</h2>
      <ul>
        {asked.lines.map(({ id, title, quantity, photo }) => (
          <li key={id} className="flex items-center gap-3 border-t border-line py-2">
            {photo ? (
              <img
                src={photo}
                alt=""
                width={96}
                height={72}
                className="aspect-4/3 w-24 rounded bg-cloth object-cover"
              />
            ) : null}
            <span>
              {quantity} × {title}
            </span>
          </li>
        ))}
      </ul>
      <dl className="grid gap-2">
        {rows.map(([label, value]) => (
          <Fact key={label} label={label}>
            {value}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

/** Which of her mats she gives for each size; of transferred money, that it reached her; then yes or no. */
function Answer({ asked, problem, text }: Asked) {
  const words = text.reassignment;
  const { standIns, order, fromShop } = asked;
  const canAgree = standIns.every(({ mats }) => mats.length > 0);
  const rupiah = formatRupiah(order.totalRupiah);
  return (
    <div className="grid gap-4">
      <form method="post" className="grid gap-4">
        <ErrorSummary problem={problem} text={text.form} />
        {canAgree ? (
          <>
            {standIns.map((entry) => (
              <StandIn key={entry.size} entry={entry} problem={problem} text={text} />
            ))}
            {order.method === 'transfer' ? (
              <div className="grid gap-2">
                <p>{words.moneyFirst(fromShop, rupiah)}</p>
                <label className="chip">
                  <input type="checkbox" name="uang" id="uang" value="ya" required />
                  {words.hasMoney(rupiah)}
                </label>
              </div>
            ) : null}
            <button type="submit" name="jawaban" value="sanggup" className="button">
              {words.agree}
            </button>
          </>
        ) : (
          <p>{words.matGone}</p>
        )}
      </form>
      <form method="post">
        <button type="submit" name="jawaban" value="tidak" className="button button-quiet w-full">
          {words.decline}
        </button>
      </form>
    </div>
  );
}

function StandIn({ entry, problem, text }: Part & { entry: ReassignmentView['standIns'][number] }) {
  const words = text.reassignment;
  const name = `keset-${entry.size}`;
  return (
    <ChoiceRows
      name={name}
      label={words.yourMat(textFor(text.listing.sizes, entry.size), entry.quantity)}
      rows={entry.mats.map(({ id, title, priceRupiah, makeDays, picture }) => {
        const when = makeDays === null ? words.matReady : words.matToMake(makeDays);
        return { value: id, title, picture, note: `${when} · ${words.yourPrice(formatRupiah(priceRupiah))}` };
      })}
      error={errorOf(problem, name, text.form)}
    />
  );
}
