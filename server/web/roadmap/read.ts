import {
  roadmapGroupings,
  type RoadmapQuery,
  roadmapTroubles,
  zooms,
} from "../../../views/roadmap_paths.ts";
import { troubleWords } from "../../../views/roadmap/menus.tsx";
import { monthIn, TimeScale } from "../../../views/roadmap/time_scale.ts";
import { timingOf } from "../../../views/roadmap/timing.ts";
import { comparisonWords } from "../../../views/projects/list_words.ts";
import type { Member } from "../../domain/core/actor.ts";
import { weekdayOf } from "../../domain/core/weeks.ts";
import { readRoadmap } from "../../domain/projects/roadmap.ts";
import type { Project, RoadmapProject } from "../../domain/projects/schema.ts";
import { projectStatuses } from "../../domain/vocabulary.ts";
import type { PageContext } from "../context.ts";
import { listedOrWhyNot } from "../found_or_default.ts";
import { pageClockOf } from "../page_clock.ts";
import { foldedOnRoadmap } from "./folds.ts";
import { projectChipsOf } from "../projects/listing.ts";
import { recordsOnce } from "../records_once.ts";
import { canEditProject } from "../projects/why_not_writable.ts";

/** Reads the roadmap's query from a URL. Unknown values are ignored. */
export function roadmapQueryIn(search: URLSearchParams): RoadmapQuery {
  const one = <T extends string>(name: string, words: readonly T[]) =>
    words.find((word) => word === search.get(name));
  const id = (name: string) => search.get(name)?.slice(0, 100) || undefined;
  return {
    zoom: one("zoom", zooms) ?? "months",
    group: one("group", roadmapGroupings) ?? "none",
    from: monthIn(search.get("from")),
    only: one("only", roadmapTroubles),
    status: one("status", projectStatuses),
    leadId: id("leadId"),
    teamId: id("teamId"),
    label: id("label"),
  };
}

/** Reads the chart and everything around it. @throws Forbidden if the viewer can't see it */
export async function readChart(at: PageContext<Member>) {
  const query = roadmapQueryIn(at.url.searchParams);
  const clock = pageClockOf(at);
  const scale = scaleOf(at, query);
  const { status, leadId, teamId, label } = query;
  const filters = { status, leadId, teamId, label };
  const [{ dated, undated, invalid }, chips] = await Promise.all([
    listedOrWhyNot(projectsOn(at, filters, scale.range), { dated: [], undated: [] }),
    chipsOf(at, query),
  ]);
  const byId = new Map(dated.map((project) => [project.id, project]));
  const timings = new Map(
    dated.map((project) => [project.id, timingOf(project, byId, clock.today)]),
  );
  const projects = query.only ? dated.filter(({ id }) => isTrouble(timings.get(id)!)) : dated;
  return {
    query,
    folded: foldedOnRoadmap(at.viewer),
    chips,
    invalid,
    scale,
    clock,
    projects,
    byId,
    timings,
    undated: query.only ? [] : undated,
    mayMove: (project: Pick<Project, "leadId">) => canEditProject(at.viewer, project),
  };

  function isTrouble({ late, early }: { late: boolean; early: readonly unknown[] }): boolean {
    return query.only === "late" ? late : early.length > 0;
  }
}

/** Returns the days of the chart. */
export const scaleOf = (at: PageContext<Member>, { from }: RoadmapQuery) =>
  new TimeScale(pageClockOf(at).today, from, weekdayOf[at.viewer.preferences.weekStart]);

/** Reads the projects with and without dates. @throws Invalid if a filter names an unknown record */
async function projectsOn(
  at: PageContext<Member>,
  filters: Pick<RoadmapQuery, "status" | "leadId" | "teamId" | "label">,
  range: { from: string; to: string },
): Promise<{ dated: RoadmapProject[]; undated: RoadmapProject[] }> {
  const [dated, undated] = await Promise.all([
    recordsOnce(at, readRoadmap, { ...filters, ...range }),
    recordsOnce(at, readRoadmap, { ...filters, undated: "true" }),
  ]);
  return { dated: dated.records, undated: undated.records };
}

/** Returns the active filters with names. */
async function chipsOf(at: PageContext<Member>, { only, ...query }: RoadmapQuery) {
  const { status, leadId, teamId, label } = query;
  const chips = await projectChipsOf(at, { status, leadId, teamId, label });
  return [
    ...(only ? [{ field: "only", says: "", value: troubleWords[only] } as const] : []),
    ...chips.map((chip) => ({
      field: chip.field,
      says: `${comparisonWords(chip)} `,
      value: chip.names.join(", "),
    })),
  ];
}
