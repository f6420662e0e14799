import { projectPagePath, projectPath, roadmapPath } from "./project_paths.ts";
import { withQuery } from "./paths.ts";

/** The zoom levels of the chart. */
export const zooms = ["weeks", "months", "quarters"] as const;
export type Zoom = (typeof zooms)[number];

/** The groupings of the chart's projects. */
export const roadmapGroupings = ["none", "lead", "team", "status", "label"] as const;
export type RoadmapGrouping = (typeof roadmapGroupings)[number];

/** The filters for projects with problems. */
export const roadmapTroubles = ["late", "early"] as const;
export type RoadmapTrouble = (typeof roadmapTroubles)[number];

/** The roadmap's options in its URL. */
export interface RoadmapQuery {
  zoom: Zoom;
  group: RoadmapGrouping;
  /** The first month, `2026-12`. Undefined for the default. */
  from?: string | undefined;
  only?: RoadmapTrouble | undefined;
  status?: string | undefined;
  leadId?: string | undefined;
  teamId?: string | undefined;
  label?: string | undefined;
}

/** The filters of the roadmap. */
export type RoadmapFilter = "only" | "status" | "leadId" | "teamId" | "label";

/** The menus of the roadmap's display and filters. */
export const roadmapDisplayPath = `${roadmapPath}/display` as const;
export const roadmapFilterPath = `${roadmapPath}/filter` as const;
export const roadmapMenuFor = (menu: "display" | "filter", query: RoadmapQuery) =>
  roadmapFor(query, `${roadmapPath}/${menu}`);

/**
 * Returns the roadmap's URL.
 * @param path the path of a menu
 * @param query.dates the project whose dates form is open
 */
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

/** Stores collapsed groups. */
export const roadmapFoldsPath = `${roadmapPath}/folds` as const;

/** Changes a project's dates from the roadmap. */
export const projectDatesPagePath = `${projectPagePath}/dates` as const;
export const projectDatesPath = (idOrKey: string) => `${projectPath(idOrKey)}/dates`;
