import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { EarlierLink, HistoryEntry, isUndoableBy, UndoForm } from "../parts/history_entry.tsx";
import { openOnProjectPath, projectEntryPath } from "../project_detail_paths.ts";
import type { PageClock } from "../ui/time.tsx";
import { projectSentence } from "./sentences.tsx";

/** Number of entries shown first, the newest. */
const FIRST = 20;

interface HistoryProps {
  project: ProjectDetail;
  clock: PageClock;
  viewerId: string;
  /** Whether the viewer can change the project and undo their changes. */
  writable: boolean;
  /** Whether all loaded entries are shown. */
  all: boolean;
}

/** A project's activity, oldest first. People can undo their own changes there. */
export function ProjectHistory({ project, clock, viewerId, writable, all }: HistoryProps) {
  const { activity } = project;
  const shown = all ? activity : activity.slice(-FIRST);
  const earlier = openOnProjectPath(project.id, { history: "all" });
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title" class="detail-heading">Activity</h2>
      <ol class="timeline">
        {shown.length < activity.length && (
          <EarlierLink id="earlier-history" href={earlier} inPlace>
            Show earlier activity
          </EarlierLink>
        )}
        {shown.map((entry) => (
          <HistoryEntry
            entry={entry}
            says={projectSentence(entry, clock)}
            isUndone={entry.undoneAt !== null}
            clock={clock}
          >
            {writable && isUndoableBy(entry, viewerId, clock) && (
              <UndoForm
                id={entry.id}
                action={projectEntryPath(project.id, entry.id)}
                told={`told-${entry.id}`}
              />
            )}
          </HistoryEntry>
        ))}
      </ol>
    </section>
  );
}
