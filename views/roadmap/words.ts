import type { RoadmapProject } from "../../server/domain/projects/schema.ts";
import {
  datesInWords,
  healthWords,
  progressWords,
  projectStatusWords,
} from "../projects/marks.tsx";
import { day, type PageClock } from "../ui/time.tsx";
import type { Timing } from "./timing.ts";

/** What is wrong with a project's dates, a sentence each. */
export function troublesOf({ late, early, end }: Timing, clock: PageClock): string[] {
  return [
    ...late ? [`Late: it was due ${day(end, clock)}.`] : [],
    ...early.map((other) =>
      other
        ? `Begins before ${other.name} is due, ${day(other.targetDate!, clock)}.`
        : "Begins before something that it waits for is due."
    ),
  ];
}

/** All that the picture tells of a project, for who doesn't see it. */
export function projectInWords(
  project: RoadmapProject,
  timing: Timing,
  clock: PageClock,
): string {
  const { status, health, progress, milestones } = project;
  return [
    `${datesInWords(project, clock)}.`,
    `${projectStatusWords[status]}${health ? `, ${healthWords[health].toLowerCase()}` : ""}.`,
    `${progressWords(progress)}.`,
    ...milestones.flatMap(({ name, targetDate }) =>
      targetDate ? [`Milestone ${name}, ${day(targetDate, clock)}.`] : []
    ),
    ...troublesOf(timing, clock),
  ].join(" ");
}
