import {
  type RoadmapFilter,
  roadmapGroupings,
  type RoadmapQuery,
  roadmapTroubles,
  zooms,
} from "../../../views/roadmap_paths.ts";
import { troubleWords } from "../../../views/roadmap/menus.tsx";
import { monthIn, TimeScale } from "../../../views/roadmap/time_scale.ts";
import { timingOf } from "../../../views/roadmap/timing.ts";
import { projectStatusWords } from "../../../views/projects/marks.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { Invalid } from "../../domain/core/errors.ts";
import { readRoadmap } from "../../domain/projects/roadmap.ts";
import type { Project, RoadmapProject } from "../../domain/projects/schema.ts";
import { type ProjectStatus, projectStatuses } from "../../domain/vocabulary.ts";
import type { PageContext } from "../context.ts";
import { pageClockOf } from "../page_clock.ts";
import { mayWrite } from "../projects/why_not_writable.ts";

/** How the roadmap is asked for. What no address of ours says is left out. */
export function roadmapQueryIn(search: URLSearchParams): RoadmapQuery {
  const one = <T extends string>(name: string, words: readonly T[]) =>
    words.find((word) => word === search.get(name));
  const id = (name: string) => search.get(name)?.slice(0, 100) || undefined;
  return {
    zoom: one("zoom", zooms) ?? "months",
    group: one("group", roadmapGroupings) ?? "none",
    folded: search.get("folded")?.split(",").filter((id) => id !== "").slice(0, 500) ?? [],
    from: monthIn(search.get("from")),
    only: one("only", roadmapTroubles),
    status: one("status", projectStatuses),
    leadId: id("leadId"),
    teamId: id("teamId"),
    label: id("label"),
  };
}

/** All that the roadmap shows. @throws Forbidden unless its viewer may see it */
export async function readRoadmapPage(at: PageContext<Member>) {
  const query = roadmapQueryIn(at.url.searchParams);
  const clock = pageClockOf(at);
  const scale = new TimeScale(clock.today, query.from);
  const { status, leadId, teamId, label } = query;
  const filters = { status, leadId, teamId, label };
  const { dated, undated, invalid } = await projectsOn(at, filters, scale.range);
  const byId = new Map(dated.map((project) => [project.id, project]));
  const timings = new Map(
    dated.map((project) => [project.id, timingOf(project, byId, clock.today)]),
  );
  const projects = query.only ? dated.filter(({ id }) => isTrouble(timings.get(id)!)) : dated;
  return {
    query,
    chips: chipsOf(query, dated),
    invalid,
    scale,
    clock,
    projects,
    byId,
    timings,
    undated: query.only ? [] : undated,
    mayMove: (project: Pick<Project, "leadId">) => mayWrite(at.viewer, project),
  };

  function isTrouble({ late, early }: { late: boolean; early: readonly unknown[] }): boolean {
    return query.only === "late" ? late : early.length > 0;
  }
}

/** The projects with dates and those without; none where a filter names what isn't there, as it may no more, which is told. */
async function projectsOn(
  at: PageContext<Member>,
  filters: Pick<RoadmapQuery, "status" | "leadId" | "teamId" | "label">,
  range: { from: string; to: string },
) {
  try {
    const [dated, undated] = await Promise.all([
      at.askAll(readRoadmap, { ...filters, ...range }),
      at.askAll(readRoadmap, { ...filters, undated: "true" }),
    ]);
    return { dated, undated, invalid: [] };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { dated: [], undated: [], invalid: error.errors.map(({ message }) => message) };
  }
}

/** The filters that hold, in words. Of what nothing is shown the name isn't known: its id stands for it. */
function chipsOf(query: RoadmapQuery, projects: readonly RoadmapProject[]) {
  const named = <T extends { id: string; name: string }>(all: readonly T[], id: string) =>
    all.find((one) => one.id === id)?.name ?? id;
  const chips: { field: RoadmapFilter; name: string; value: string | undefined }[] = [
    { field: "only", name: "Dates", value: query.only && troubleWords[query.only] },
    {
      field: "status",
      name: "Status",
      value: query.status && projectStatusWords[query.status as ProjectStatus],
    },
    {
      field: "leadId",
      name: "Lead",
      value: query.leadId && named(projects.flatMap(({ lead }) => lead ?? []), query.leadId),
    },
    {
      field: "teamId",
      name: "Team",
      value: query.teamId && named(projects.flatMap(({ teams }) => teams), query.teamId),
    },
    {
      field: "label",
      name: "Label",
      value: query.label && named(projects.flatMap(({ labels }) => labels), query.label),
    },
  ];
  return chips.flatMap(({ field, name, value }) => value ? [{ field, name, value }] : []);
}
