import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { Ago, type PageClock } from "../ui/time.tsx";
import { HealthMark, isStale } from "./marks.tsx";

/** How a project is doing, as its latest update says, and how old that is: under way without one for two weeks, it is stale. */
export function ProjectHealth({ project, clock }: { project: ProjectDetail; clock: PageClock }) {
  const { health, updates: [latest], createdAt } = project;
  const stale = isStale(project, latest?.createdAt ?? createdAt, clock);
  // That there is no update, their own section says
  if (!health && !stale) return null;
  return (
    <p class="project-health">
      {health && <HealthMark health={health} />}
      {latest && (
        <span class="project-health-age">
          <bdi>{latest.author.name}</bdi> <Ago at={latest.createdAt} clock={clock} />
        </span>
      )}
      {stale && (
        <span class="badge project-stale">
          {latest ? "Stale: no update for two weeks" : "Stale: under way without an update"}
        </span>
      )}
    </p>
  );
}
