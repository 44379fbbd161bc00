// A page of plain words: a title, one sentence, sections.
export interface InfoText {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
}

export function InfoPage({ text }: { text: InfoText }) {
  return (
    <div className="mx-auto grid max-w-2xl gap-8 px-4 py-6">
      <header className="grid gap-3">
        <h1 className="text-2xl">{text.title}</h1>
        <p className="text-lg text-soft">{text.lead}</p>
      </header>
      {text.sections.map(({ heading, lines }) => (
        <section key={heading} className="grid gap-2">
          <h2 className="text-xl">{heading}</h2>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ))}
    </div>
  );
}
