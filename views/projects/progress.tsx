import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { ProgressBar, progressWords } from "./marks.tsx";

/** A project's progress by task status. */
export function ProjectProgress({ project: { progress } }: { project: ProjectDetail }) {
  return (
    <div class="project-progress">
      <ProgressBar progress={progress} />
      <p>{progressWords(progress)}</p>
    </div>
  );
}
