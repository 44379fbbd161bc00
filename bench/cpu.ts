// CPU time of other processes from Linux's own accounting (/proc): it swings far less than requests per second do.
import { readdirSync, readFileSync } from 'node:fs';

/** USER_HZ, the unit of /proc/<pid>/stat: 100 on every Linux that Node runs on. */
const MS_PER_TICK = 10;

interface Account {
  readonly parent: number;
  readonly ownMs: number;
  /** Of children that ended and were waited for. */
  readonly endedMs: number;
}

/** proc(5): after the name in brackets come state, ppid, ...; utime, stime, cutime, cstime are fields 14 to 17. */
function readAccount(pid: number): Account | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ms = (field: number) => (fields[field - 3] ?? 0) * MS_PER_TICK;
    return { parent: fields[1] ?? 0, ownMs: ms(14) + ms(15), endedMs: ms(16) + ms(17) };
  } catch {
    return null;
  }
}

/** CPU milliseconds that a process and all its children have used until now, also children that have ended. */
export function cpuMs(pid: number): number {
  let total = 0;
  for (const name of readdirSync('/proc')) {
    const account = /^\d+$/.test(name) ? readAccount(Number(name)) : null;
    if (!account) continue;
    if (Number(name) === pid) total += account.ownMs + account.endedMs;
    else if (account.parent === pid) total += account.ownMs + account.endedMs;
  }
  return total;
}
