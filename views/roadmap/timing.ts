import type { RoadmapProject } from "../../server/domain/projects/schema.ts";
import { isOverdue } from "../projects/marks.tsx";

/** A project with at least one date, and how it stands to them. */
export interface Timing {
  begin: string;
  end: string;
  /** It should be over by now. */
  late: boolean;
  /** The projects that it begins before the end of; null for one that isn't shown. */
  early: (RoadmapProject | null)[];
}

/** When a project begins and ends, and what is wrong with that. @param all by their ids @param today `2026-12-03` */
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
