/** A stage of the gate. The next stage starts when this one ends. */
export interface Stage {
  name: "quick" | "system" | "browser";
  /** Test files that run at the same time, per processor. Files that wait for processes leave room for others. */
  jobsPerProcessor: number;
  /** Most of the gate's processor time that the stage may take, as a fraction. */
  share: number;
  /** Whether its tests start the program from a bundle, which takes about half as long as from its sources. */
  bundles?: true;
}

/** The gate's stages, quickest first, so that most mistakes show within a minute. Each is a folder beside this file. */
export const stages: readonly Stage[] = [
  { name: "quick", jobsPerProcessor: 1, share: 0.2 },
  { name: "system", jobsPerProcessor: 2, share: 0.45, bundles: true },
  { name: "browser", jobsPerProcessor: 1.5, share: 0.75 },
];

/** What a stage took: processor time of its processes and time by the clock, in seconds. */
export interface Taken {
  stage: Stage;
  processor: number;
  clock: number;
}

/** Returns a sentence for each stage that took more than its share of the processor time. */
export function overShare(taken: readonly Taken[]): string[] {
  return withPercents(taken).filter(({ took, most }) => took > most).map(({ stage, took, most }) =>
    `The stage ${stage.name} took ${took}% of the gate's processor time; its share is ${most}%. ` +
    "Make its tests cheaper, or change the share in tests/together/stages.ts."
  );
}

/** Returns a line for each stage: its seconds by the clock and of the processor, and its share of these. */
export function summaryOf(taken: readonly Taken[]): string {
  return withPercents(taken).map(({ stage, clock, processor, took, most }) =>
    `${stage.name.padEnd(8)} ${seconds(clock)} by the clock, ${seconds(processor)} of the ` +
    `processor, ${took}% of at most ${most}%`
  ).join("\n");
}

/** Adds to each stage its percentage of the processor time, and the most that it may take. */
function withPercents(taken: readonly Taken[]) {
  const all = taken.reduce((sum, { processor }) => sum + processor, 0) || 1;
  return taken.map((one) => ({
    ...one,
    took: Math.round(100 * one.processor / all),
    most: Math.round(100 * one.stage.share),
  }));
}

const seconds = (count: number) => `${count.toFixed(0).padStart(4)} s`;
