import { RoadmapDisplayMenu, RoadmapFilterMenu } from "../../../views/roadmap/menus.tsx";
import { roadmapPath } from "../../../views/project_paths.ts";
import { roadmapDisplayPath, roadmapFilterPath, roadmapFor } from "../../../views/roadmap_paths.ts";
import { RoadmapBar, RoadmapMain } from "../../../views/roadmap/roadmap.tsx";
import { isManager } from "../../domain/core/actor.ts";
import { readRoadmap } from "../../domain/projects/roadmap.ts";
import { page, type Props } from "../page.ts";
import { whyRefused } from "../refusal.ts";
import { changeDates } from "./dates.ts";
import { newProjectFrom } from "../projects/list.tsx";
import { foldedOnRoadmap } from "./folds.ts";
import { readChart, roadmapQueryIn, scaleOf } from "./read.ts";

/** The roadmap: projects by date. */
export const roadmapPage = page({
  path: roadmapPath,
  who: "members",
  areas: ["planning", "roadmap"],
  async read(at) {
    const { url: { searchParams }, viewer } = at;
    const query = roadmapQueryIn(searchParams);
    const opens = searchParams.get("dates");
    const shown = { query, scale: scaleOf(at, query), opens, mayMake: isManager(viewer) };
    if (opens !== null) return { ...shown, drawn: null, chart: await readChart(at) };
    const what = [roadmapPath, query, foldedOnRoadmap(viewer)];
    const draw = async () => <RoadmapMain {...await readChart(at)} dating={null} />;
    return { ...shown, drawn: await at.drawOnce(what, draw), chart: null };
  },
}).shows({
  title: () => "Roadmap",
  bar: (props) => <RoadmapBar {...props} />,
  main: ({ drawn, chart, ...props }) =>
    drawn ?? <RoadmapMain {...chart} dating={datingOf(props)} />,
  creates: ({ mayMake, query }) => mayMake ? newProjectFrom(query) : undefined,
  live: () => ["project:*"],
});

/** Returns the open dates form. A refused form keeps its values. */
function datingOf({ opens, refused }: Pick<Props<{ opens: string | null }>, "opens" | "refused">) {
  if (opens === null) return null;
  const form = refused(changeDates, opens);
  return { key: opens, typed: form && { ...form.values, error: whyRefused(form) } };
}

const under = (url: URL) => roadmapFor(roadmapQueryIn(url.searchParams));

/** The menu of the chart's grouping. */
export const roadmapDisplayMenu = page({
  path: roadmapDisplayPath,
  who: "members",
  layer: "menu",
  under,
  read: ({ url }) => ({ query: roadmapQueryIn(url.searchParams) }),
}).shows({ title: () => "Display", main: (props) => <RoadmapDisplayMenu {...props} /> });

/** The menu of the roadmap's filters. */
export const roadmapFilterMenu = page({
  path: roadmapFilterPath,
  who: "members",
  layer: "menu",
  under,
  read: async (at) => ({
    query: roadmapQueryIn(at.url.searchParams),
    projects: await at.askAll(readRoadmap),
  }),
}).shows({ title: () => "Filter", main: (props) => <RoadmapFilterMenu {...props} /> });
