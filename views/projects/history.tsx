import type { Activity } from "../../server/domain/activity/schema.ts";
import type { ProjectDetail } from "../../server/domain/projects/schema.ts";
import { Icon } from "../icons.tsx";
import { openOnProjectPath, projectEntryPath } from "../project_detail_paths.ts";
import { Aside } from "../parts/aside.tsx";
import { wholeDetail } from "../parts/open_link.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { Ago, type PageClock } from "../ui/time.tsx";
import { projectSentence } from "./sentences.tsx";

/** How many entries are told at first, the newest. */
const FIRST = 20;

interface HistoryProps {
  project: ProjectDetail;
  clock: PageClock;
  viewerId: string;
  /** Whether the viewer may change the project, and so take back what they did. */
  writable: boolean;
  /** Whether all that is at hand is told. */
  all: boolean;
}

/** What happened to a project, oldest first; who did something can take it back there. */
export function ProjectHistory({ project, clock, viewerId, writable, all }: HistoryProps) {
  const { activity } = project;
  const shown = all ? activity : activity.slice(-FIRST);
  const earlier = openOnProjectPath(project.id, { history: "all" });
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title" class="detail-heading">Activity</h2>
      <ol class="timeline">
        {shown.length < activity.length && (
          <li class="timeline-way">
            <a
              id="earlier-history"
              href={earlier}
              hx-get={earlier}
              hx-target={wholeDetail}
              hx-replace-url="true"
              data-next="here"
            >
              Earlier history
            </a>
          </li>
        )}
        {shown.map((entry) => (
          <Entry
            project={project}
            entry={entry}
            clock={clock}
            undoable={writable && isTheirs(entry, viewerId, clock)}
          />
        ))}
      </ol>
    </section>
  );
}

/** Whether the viewer did what an entry tells and can take it back. */
function isTheirs({ actor, undoableUntil }: Activity, viewerId: string, clock: PageClock) {
  if (actor?.id !== viewerId || undoableUntil === null) return false;
  const until = Date.parse(undoableUntil);
  if (until <= clock.now.getTime()) return false;
  clock.until = Math.min(clock.until, until);
  return true;
}

function Entry({ project, entry, clock, undoable }: {
  project: ProjectDetail;
  entry: Activity;
  clock: PageClock;
  undoable: boolean;
}) {
  const { id, actor, door, createdAt, takenBackAt } = entry;
  return (
    <li class="event" id={id}>
      {actor ? <Avatar person={actor} /> : <Icon name="bot" />}
      <p>
        <strong>{actor?.name ?? "Backlog"}</strong>
        {actor?.kind === "agent" && <Aside>agent</Aside>}{" "}
        <span id={`told-${id}`}>{projectSentence(entry, clock)}</span>
        {door === "api" && <Aside>over the API</Aside>}
        {door === "cli" && <Aside>from the command line</Aside>}
        {takenBackAt !== null && <Aside>undone</Aside>} <Ago at={createdAt} clock={clock} />
      </p>
      {undoable && <UndoForm project={project} id={id} />}
    </li>
  );
}

function UndoForm({ project, id }: { project: ProjectDetail; id: string }) {
  const action = projectEntryPath(project.id, id);
  return (
    <form class="event-undo" id={`undo-${id}`} method="post" action={action} hx-post={action}>
      <button
        type="submit"
        class="link"
        id={`press-${id}`}
        name="act"
        value="undo"
        aria-label="Undo:"
        aria-labelledby={`press-${id} told-${id}`}
      >
        Undo
      </button>
    </form>
  );
}
