import { projectStatusWords } from "../../../views/projects/marks.tsx";
import { listPath } from "../../../views/paths.ts";
import { day, type PageClock } from "../../../views/ui/time.tsx";
import type { Activity } from "../../domain/activity/schema.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { LARGEST_PAGE } from "../../domain/core/page_size.ts";
import type { ProjectDetail } from "../../domain/projects/schema.ts";
import { listTasks } from "../../domain/tasks/list.ts";
import type { PageContext } from "../context.ts";

/** Maximum number of named tasks. More are counted, with a link to their list. */
const MOST_NAMED = 10;

/**
 * Returns the prefilled text of a project update: changes since the last update, from tasks and recent activity. Empty if
 * there are none.
 */
export async function factsForUpdate(
  at: PageContext<Member>,
  project: ProjectDetail,
  clock: PageClock,
): Promise<string> {
  const since = project.updates[0]?.createdAt ?? project.createdAt;
  const { records, nextCursor } = await at.ask(listTasks, {
    projectId: project.id,
    status: "completed",
    closedSince: since,
    limit: LARGEST_PAGE,
  });
  const tasks = parseJson(records);
  const all = listPath({
    projectId: project.key,
    status: "completed",
    closedSince: since.slice(0, 10),
  });
  const happened = project.activity.filter(({ createdAt }) => createdAt > since);
  const facts = [
    ...(tasks.length > 0 ? [completed(tasks, nextCursor !== null, all)] : []),
    ...project.milestones.filter(({ progress }) =>
      progress.total > 0 && progress.completed + progress.cancelled === progress.total
    ).filter(({ id }) => tasks.some(({ milestoneId }) => milestoneId === id))
      .map(({ name }) => `Milestone reached: ${name}`),
    ...moved(happened, "project.start_date_changed", "Start date", clock),
    ...moved(happened, "project.target_date_changed", "Target date", clock),
    ...changedStatus(happened),
    ...added(happened),
  ];
  if (facts.length === 0) return "";
  return `\n\nSince ${day(since.slice(0, 10), clock)}:\n\n${
    facts.map((fact) => `- ${fact}`).join("\n")
  }\n`;
}

/** @param more whether there are further tasks @param all the URL of all tasks */
function completed(
  tasks: readonly { reference: string; title: string }[],
  more: boolean,
  all: string,
): string {
  const [only] = tasks;
  if (tasks.length === 1) return `Completed ${only!.reference} ${only!.title}`;
  const names = tasks.slice(0, MOST_NAMED).map(({ reference }) => reference).join(", ");
  const others = tasks.length - MOST_NAMED;
  const count = more ? `more than ${tasks.length}` : String(tasks.length);
  const rest = others > 0 ? `, [and ${more ? "over " : ""}${others} more](${all})` : "";
  return `Completed ${count} tasks: ${names}${rest}`;
}

/** Describes how a date moved, from its first to its current value. */
function moved(
  happened: readonly Activity[],
  kind: Activity["kind"],
  name: string,
  clock: PageClock,
): string[] {
  const changes = happened.filter((one) => one.kind === kind);
  const from = changes[0]?.data.from;
  const to = changes.at(-1)?.data.to;
  if (changes.length === 0 || from === to) return [];
  const word = (date: unknown) => typeof date === "string" ? day(date, clock) : "none";
  return [
    typeof from === "string"
      ? `${name} moved from ${word(from)} to ${word(to)}`
      : `${name} set to ${word(to)}`,
  ];
}

function changedStatus(happened: readonly Activity[]): string[] {
  const changes = happened.filter(({ kind }) => kind === "project.status_changed");
  const word = (status: unknown) =>
    projectStatusWords[status as keyof typeof projectStatusWords] ?? "";
  const [from, to] = [word(changes[0]?.data.from), word(changes.at(-1)?.data.to)];
  return from && to && from !== to ? [`Status changed from ${from} to ${to}`] : [];
}

function added(happened: readonly Activity[]): string[] {
  return happened.filter(({ kind }) => kind === "project.milestone_added")
    .map(({ data }) => `New milestone: ${Object(data.to).name}`);
}
