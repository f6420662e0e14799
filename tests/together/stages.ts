/** A part of the gate, which the next one waits for. */
export interface Stage {
  name: "quick" | "system" | "browser";
  /** Files that run at once, for each processor: what waits for processes leaves room for others. */
  jobsPerProcessor: number;
  /** Most of the gate's processor time that the stage may take, as a fraction. */
  share: number;
}

/** The gate's stages, quickest first, so that most mistakes show within a minute. Each is a folder beside this file. */
export const stages: readonly Stage[] = [
  { name: "quick", jobsPerProcessor: 1, share: 0.15 },
  { name: "system", jobsPerProcessor: 2, share: 0.35 },
  { name: "browser", jobsPerProcessor: 1.5, share: 0.75 },
];

/** What a stage took: processor time of its processes and time by the clock, in seconds. */
export interface Taken {
  stage: Stage;
  processor: number;
  clock: number;
}

/** Returns a sentence for each stage that took more than its share of the processor time of all. */
export function overShare(taken: readonly Taken[]): string[] {
  const all = taken.reduce((sum, { processor }) => sum + processor, 0);
  return taken.filter(({ stage, processor }) => processor > stage.share * all)
    .map(({ stage, processor }) =>
      `The stage ${stage.name} took ${
        percent(processor / all)
      } of the gate's processor time; its share is ` +
      `${
        percent(stage.share)
      }. Make its tests cheaper, or change the share in tests/together/stages.ts.`
    );
}

/** Returns a line for each stage: its seconds by the clock and of the processor, and its share of these. */
export function summaryOf(taken: readonly Taken[]): string {
  const all = taken.reduce((sum, { processor }) => sum + processor, 0);
  return taken.map(({ stage, processor, clock }) =>
    `${stage.name.padEnd(8)} ${seconds(clock)} by the clock, ${
      seconds(processor)
    } of the processor, ` +
    `${percent(processor / all)} of at most ${percent(stage.share)}`
  ).join("\n");
}

const percent = (fraction: number) => `${Math.round(fraction * 100)} %`;
const seconds = (count: number) => `${count.toFixed(0).padStart(4)} s`;
