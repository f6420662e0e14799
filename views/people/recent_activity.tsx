import type { Child } from "hono/jsx";
import type { MemberActivity } from "../../server/domain/members/activity.ts";
import { InterfaceNote } from "../parts/history_entry.tsx";
import { taskPath } from "../paths.ts";
import { projectPath } from "../project_paths.ts";
import { projectSentence } from "../projects/sentences.tsx";
import { sentence } from "../tasks/sentences.tsx";
import { Ago, type PageClock } from "../ui/time.tsx";
import { Icon } from "../icons.tsx";
import { StatusMark } from "../ui/marks.tsx";

/** A member's recent activity, newest first. Consecutive changes to one record form a group. */
export function RecentActivity({ done, clock }: {
  done: readonly MemberActivity[];
  clock: PageClock;
}) {
  return (
    <section aria-labelledby="recent-activity-title">
      <h3 id="recent-activity-title">Recent activity</h3>
      {done.length === 0
        ? <p class="detail-none">No activity you can see</p>
        : (
          <ol class="recent-activity">
            {inRows(done).map((row) => (
              <li>
                <Subject of={row[0]} />
                <ul>
                  {row.map((entry) => (
                    <li>
                      <span>
                        {saidOf(entry, clock)}
                        <InterfaceNote entry={entry} />
                      </span>{" "}
                      <Ago at={entry.createdAt} clock={clock} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        )}
    </section>
  );
}

type Row = [MemberActivity, ...MemberActivity[]];

/** Groups consecutive entries about the same record. */
function inRows(done: readonly MemberActivity[]): Row[] {
  const rows: Row[] = [];
  for (const entry of done) {
    const last = rows.at(-1);
    if (last && idOf(last[0]) === idOf(entry)) last.push(entry);
    else rows.push([entry]);
  }
  return rows;
}

const idOf = ({ task, project }: MemberActivity) => task?.id ?? project?.id;

function Subject({ of: { task, project } }: { of: MemberActivity }) {
  if (task) {
    return (
      <a href={taskPath(task.reference)}>
        <StatusMark status={task.status} />
        <span>{task.reference}</span> <bdi>{task.title}</bdi>
      </a>
    );
  }
  if (!project) return null;
  return (
    <a href={projectPath(project.id)}>
      <Icon name="project" />
      <bdi>{project.name}</bdi>
    </a>
  );
}

/** Returns the sentence of an entry. It includes comments, which a task's page shows separately. */
function saidOf(entry: MemberActivity, clock: PageClock): Child {
  if (entry.kind === "task.commented") return "commented";
  if (entry.kind === "task.comment_edited") return "edited a comment";
  return entry.task ? sentence(entry, clock) : projectSentence(entry, clock);
}
