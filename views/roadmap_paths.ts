import { projectPagePath, projectPath, roadmapPath } from "./project_paths.ts";
import { withQuery } from "./paths.ts";

/** How far apart the days of the chart stand. */
export const zooms = ["weeks", "months", "quarters"] as const;
export type Zoom = (typeof zooms)[number];

/** What the projects of the chart stand together by. */
export const roadmapGroupings = ["none", "lead", "team", "status", "label"] as const;
export type RoadmapGrouping = (typeof roadmapGroupings)[number];

/** What of the chart is looked at alone. */
export const roadmapTroubles = ["late", "early"] as const;
export type RoadmapTrouble = (typeof roadmapTroubles)[number];

/** How the roadmap is asked for, by its address. */
export interface RoadmapQuery {
  zoom: Zoom;
  group: RoadmapGrouping;
  /** The month that it begins with, `2026-12`; undefined for the one that it begins with by itself. */
  from?: string | undefined;
  only?: RoadmapTrouble | undefined;
  status?: string | undefined;
  leadId?: string | undefined;
  teamId?: string | undefined;
  label?: string | undefined;
}

/** What narrows the roadmap. */
export type RoadmapFilter = "only" | "status" | "leadId" | "teamId" | "label";

/** The menus of how it is shown, and of what narrows it. */
export const roadmapDisplayPath = `${roadmapPath}/display` as const;
export const roadmapFilterPath = `${roadmapPath}/filter` as const;
export const roadmapMenuFor = (menu: "display" | "filter", query: RoadmapQuery) =>
  roadmapFor(query, `${roadmapPath}/${menu}`);

/** The address of the roadmap as it is asked for. @param path of one of its menus @param query.dates the project of which the form is open that gives it dates */
export function roadmapFor(
  { zoom, group, ...rest }: RoadmapQuery & { dates?: string },
  path: string = roadmapPath,
): string {
  return withQuery(path, {
    zoom: zoom === "months" ? undefined : zoom,
    group: group === "none" ? undefined : group,
    ...rest,
  });
}

/** Where it is told which of its groups are folded. */
export const roadmapFoldsPath = `${roadmapPath}/folds` as const;

/** Where the dates of a project are changed from the roadmap. */
export const projectDatesPagePath = `${projectPagePath}/dates` as const;
export const projectDatesPath = (idOrKey: string) => `${projectPath(idOrKey)}/dates`;
