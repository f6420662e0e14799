import { Icon } from "../icons.tsx";
import { roadmapPath } from "../project_paths.ts";

/** The link to the roadmap beside the title of tasks, for viewers who can see the roadmap. */
export function RoadmapLink() {
  return (
    <a
      class="button"
      data-kind="quiet"
      data-shape="icon"
      data-roadmap
      href={roadmapPath}
      aria-label="Roadmap"
      title="Roadmap"
    >
      <Icon name="roadmap" />
    </a>
  );
}
