// A state machine as one table: which status may follow which. Commands ask it before they move a row.

export type StateTable<Status extends string> = Readonly<Record<Status, readonly Status[]>>;

/** Statuses from which `to` can be reached in one move: the `where status in (…)` of a command's conditional update. */
export function statusesBefore<Status extends string>(table: StateTable<Status>, to: Status): Status[] {
  return (Object.keys(table) as Status[]).filter((from) => table[from].includes(to));
}
