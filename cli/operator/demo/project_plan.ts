import { type DemoProject, projects } from "./projects.ts";

/** A planned project of the demo. */
export interface PlannedProject {
  demo: DemoProject;
  createdAt: Date;
  targetDate: Date;
  /** The milestones in order. */
  milestones: readonly PlannedMilestone[];
  updates: readonly { at: Date; health: DemoProject["updates"][number][0]; body: string }[];
  /** When it was completed; undefined while it is active. */
  completedAt: Date | undefined;
}

export interface PlannedMilestone {
  name: string;
  targetDate: Date;
}

/**
 * Plans the dates of the demo's projects.
 * @param begun the time of the first task
 * @param now the demo's current time
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

/** Returns the projects that accept a team's task at a time. */
export function runningFor(plan: readonly PlannedProject[], teamKey: string, at: Date) {
  return plan.filter(({ demo, createdAt, completedAt }) =>
    demo.teams.includes(teamKey) && createdAt < at && (!completedAt || at < completedAt)
  );
}

/** Returns a project's current milestone at a time. */
export function nextMilestone(
  { milestones }: PlannedProject,
  at: Date,
): PlannedMilestone | undefined {
  return milestones.find(({ targetDate }) => targetDate > at);
}
