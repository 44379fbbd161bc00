// The figures of any cohort and village in one month as one viewer may see them. Pure.
import { figuresOf, type GroupFigures } from './outcome-figures.ts';
import type { GraduateRow } from './outcome-sources.server.ts';
import { type Hiding, hidingOf, publishedFigures, villageOf } from './published-figures.ts';

/** Figures null: the choice holds nobody, or too few to be shown to this viewer. */
export interface Group {
  readonly key: string;
  readonly name: string;
  readonly figures: GroupFigures | null;
}

export interface OutcomeView {
  /** `villageCode` '': the women whose village is not recorded; absent: the whole cohort. */
  figures(choice: { cohortSlug: string; villageCode?: string; withBootstrap?: boolean }): GroupFigures | null;
  /** The villages of a cohort, by name. */
  villages(cohortSlug: string): Group[];
  /** Villages of which nothing is shown; null where nothing is hidden. */
  small(cohortSlug: string): ReadonlySet<string> | null;
}

/** `graduates`: of every cohort. With `isPublished` cells are hidden and rounded, for who may not know the women. */
export function outcomeView(
  graduates: readonly GraduateRow[],
  { month, isPublished }: { month: string; isPublished: boolean },
): OutcomeView {
  const cohorts = Map.groupBy(graduates, (row) => row.cohortSlug);
  const hidings = new Map<string, Hiding>();
  for (const slug of isPublished ? cohorts.keys() : []) hidings.set(slug, hidingOf(graduates, slug));
  const view: OutcomeView = {
    figures({ cohortSlug, villageCode, withBootstrap }) {
      const ofCohort = cohorts.get(cohortSlug) ?? [];
      const rows = villageCode === undefined ? ofCohort : ofCohort.filter((row) => villageOf(row) === villageCode);
      const hiding = hidings.get(cohortSlug);
      if (rows.length === 0) return null;
      if (hiding) return publishedFigures(rows, { hiding, villageCode, month, withBootstrap });
      return figuresOf(rows, { month, withBootstrap });
    },
    villages(cohortSlug) {
      const names = new Map(cohorts.get(cohortSlug)?.map((row) => [villageOf(row), row.villageName ?? '']));
      return [...names]
        .map(([key, name]) => ({ key, name, figures: view.figures({ cohortSlug, villageCode: key }) }))
        .sort((a, b) => a.name.localeCompare(b.name, 'id'));
    },
    small: (cohortSlug) => hidings.get(cohortSlug)?.small ?? (isPublished ? new Set() : null),
  };
  return view;
}
