import type { RoadmapProject } from "../../server/domain/projects/schema.ts";
import { isOverdue } from "../projects/marks.tsx";

/** The dates of a project and their problems. */
export interface Timing {
  begin: string;
  end: string;
  /** Whether the target date has passed. */
  late: boolean;
  /** Blocking projects that end after this one starts, or null for one that isn't shown. */
  early: (RoadmapProject | null)[];
}

/** Returns the dates of a project and their problems. @param all projects by ID @param today `2026-12-03` */
export function timingOf(
  project: RoadmapProject,
  all: ReadonlyMap<string, RoadmapProject>,
  today: string,
): Timing {
  const { startDate, targetDate, startsBefore } = project;
  return {
    begin: (startDate ?? targetDate)!,
    end: (targetDate ?? startDate)!,
    late: isOverdue(project, { today }),
    early: startsBefore.map((id) => all.get(id) ?? null),
  };
}
