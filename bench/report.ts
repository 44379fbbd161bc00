// Runs cases interleaved and writes what they cost: median of five, the limit beside it, the ratio, the budget.
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

export interface Sample {
  readonly perSecond: number;
  /** CPU milliseconds of the serving processes and PostgreSQL for one answer. */
  readonly cpuMs: number;
}

export interface Case {
  readonly name: string;
  readonly limit: () => Promise<Sample>;
  readonly ours: () => Promise<Sample>;
  /** `cpu`: at most so many times the limit's; `rate`: at least this share of the limit's. */
  readonly budget: { readonly cpu: number; readonly rate?: number };
}

const RUNS = 5;

export interface Measured {
  readonly name: string;
  readonly budget: Case['budget'];
  readonly limit: Sample;
  readonly ours: Sample;
  readonly cpuRatio: number;
  readonly rateRatio: number;
  readonly isMet: boolean;
}

/** One warming run, then five rounds in which every case and its limit take turns: what disturbs one disturbs its neighbour. */
export async function runInterleaved(cases: readonly Case[]): Promise<Measured[]> {
  const samples = cases.map(() => ({ limit: [] as Sample[], ours: [] as Sample[] }));
  for (let run = 0; run <= RUNS; run++) {
    for (const [index, { limit, ours }] of cases.entries()) {
      const pair = { limit: await limit(), ours: await ours() };
      if (run === 0) continue;
      samples[index]?.limit.push(pair.limit);
      samples[index]?.ours.push(pair.ours);
    }
  }
  return cases.map(({ name, budget }, index) => {
    const limit = medianOf(samples[index]?.limit ?? []);
    const ours = medianOf(samples[index]?.ours ?? []);
    const cpuRatio = ours.cpuMs / limit.cpuMs;
    const rateRatio = ours.perSecond / limit.perSecond;
    return {
      name,
      budget,
      limit,
      ours,
      cpuRatio,
      rateRatio,
      isMet: cpuRatio <= budget.cpu && rateRatio >= (budget.rate ?? 0),
    };
  });
}

function medianOf(samples: readonly Sample[]): Sample {
  const median = (pick: (sample: Sample) => number) =>
    samples.map(pick).sort((a, b) => a - b)[Math.floor(samples.length / 2)] ?? Number.NaN;
  return { perSecond: median((sample) => sample.perSecond), cpuMs: median((sample) => sample.cpuMs) };
}

export function machineLines(): string[] {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const isDirty = git('status', '--porcelain', '--', 'app', 'bench', 'package-lock.json') !== '';
  return [
    `- commit ${git('rev-parse', '--short', 'HEAD')}${isDirty ? ' with changes' : ''}, Node ${process.version}`,
    `- machine: ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB`,
    `- load average ${loadavg()
      .map((load) => load.toFixed(2))
      .join(', ')} when the runs ended`,
    `- median of ${RUNS} interleaved runs; CPU is that of the serving processes and PostgreSQL, from /proc`,
  ];
}

export function table(rows: readonly Measured[]): string[] {
  return [
    '| what | limit/s | ours/s | share | budget | limit CPU ms | ours CPU ms | ratio | budget | |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: | --- |',
    ...rows.map(
      ({ name, limit, ours, rateRatio, cpuRatio, budget, isMet }) =>
        `| ${name} | ${limit.perSecond.toFixed(0)} | ${ours.perSecond.toFixed(0)} | ${(rateRatio * 100).toFixed(0)} % | ` +
        `${budget.rate === undefined ? '' : `>= ${budget.rate * 100} %`} | ${limit.cpuMs.toFixed(3)} | ${ours.cpuMs.toFixed(3)} | ` +
        `${cpuRatio.toFixed(2)} | <= ${budget.cpu} | ${isMet ? 'met' : 'MISSED'} |`,
    ),
  ];
}
