import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { ProgressBar, progressWords } from "./marks.tsx";

/** How far a project has come, by the statuses of its tasks. */
export function ProjectProgress({ project: { progress } }: { project: ProjectDetail }) {
  return (
    <div class="project-progress">
      <ProgressBar progress={progress} />
      <p>{progressWords(progress)}</p>
    </div>
  );
}
