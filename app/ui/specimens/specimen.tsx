// One part of the screen under its name, as it is written in the code.
import type { ReactNode } from 'react';

export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="grid min-w-0 content-start gap-4">
      <div className="lurik" />
      <h2 className="text-xl">{name}</h2>
      {children}
    </section>
  );
}
