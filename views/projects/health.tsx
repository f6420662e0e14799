import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { Ago, type PageClock } from "../ui/time.tsx";
import { HealthMark, isStale } from "./marks.tsx";

/** A project's health from its latest update, with the age of the update. An active project is stale after two weeks without one. */
export function ProjectHealth({ project, clock }: { project: ProjectDetail; clock: PageClock }) {
  const { health, updates: [latest], createdAt } = project;
  const stale = isStale(project, latest?.createdAt ?? createdAt, clock);
  // The section of updates already says that there are none
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
          {latest ? "Stale: no update for two weeks" : "Stale: no update yet"}
        </span>
      )}
    </p>
  );
}
