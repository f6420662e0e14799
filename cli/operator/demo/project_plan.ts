import { type DemoProject, projects } from "./projects.ts";

/** A project of the demo, before it exists. */
export interface PlannedProject {
  demo: DemoProject;
  createdAt: Date;
  targetDate: Date;
  /** In the order in which they are to be reached. */
  milestones: readonly PlannedMilestone[];
  updates: readonly { at: Date; health: DemoProject["updates"][number][0]; body: string }[];
  /** When its lead called it done; undefined while it runs. */
  completedAt: Date | undefined;
}

export interface PlannedMilestone {
  name: string;
  targetDate: Date;
}

/**
 * Puts the demo's projects into its time.
 * @param begun when its first task was made
 * @param now the demo's today
 */
export function planProjects(begun: Date, now: Date): PlannedProject[] {
  const length = now.getTime() - begun.getTime();
  return projects.map((demo): PlannedProject => {
    const from = begun.getTime() + demo.from * length;
    const to = begun.getTime() + demo.to * length;
    const done = demo.to < 1;
    const reportedUntil = Math.min(to, now.getTime());
    const between = (end: number, n: number, of: number) => new Date(from + (end - from) * n / of);
    return {
      demo,
      createdAt: new Date(from),
      targetDate: new Date(to),
      milestones: demo.milestones.map((name, n) => ({
        name,
        targetDate: between(to, n + 1, demo.milestones.length),
      })),
      updates: demo.updates.map(([health, body], n) => ({
        at: between(reportedUntil, n + 0.9, demo.updates.length),
        health,
        body,
      })),
      completedAt: done ? new Date(to) : undefined,
    };
  });
}

/** The projects that take in a team's task at a moment. */
export function runningFor(plan: readonly PlannedProject[], teamKey: string, at: Date) {
  return plan.filter(({ demo, createdAt, completedAt }) =>
    demo.teams.includes(teamKey) && createdAt < at && (!completedAt || at < completedAt)
  );
}

/** The milestone that a project works towards at a moment. */
export function nextMilestone(
  { milestones }: PlannedProject,
  at: Date,
): PlannedMilestone | undefined {
  return milestones.find(({ targetDate }) => targetDate > at);
}
