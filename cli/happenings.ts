import type { RecordActivity } from "../server/domain/activity/schema.ts";
import { oneLine } from "./output.ts";

/** The words of an entry: `it` is the task or project, `from` and `to` are the old and new values by name. */
interface Words {
  it: string;
  from: string;
  to: string;
  data: RecordActivity["data"];
}

type Sentence = (words: Words) => string;

/** Chooses a sentence by whether the new value is set. */
const placed = (given: Sentence, taken: Sentence): Sentence => (words) =>
  words.to ? given(words) : taken(words);
const put = (what: string) =>
  placed(
    ({ it, to }) => `set the ${what} of ${it} to ${to}`,
    ({ it }) => `removed the ${what} of ${it}`,
  );
const plain = (verb: string): Sentence => ({ it }) => `${verb} ${it}`;

const sentences: Record<RecordActivity["kind"], Sentence> = {
  "task.created": plain("created"),
  "task.drafted": plain("drafted"),
  "task.imported": plain("imported"),
  "task.published": plain("published"),
  "task.archived": plain("archived"),
  "task.discarded": plain("discarded"),
  "task.restored": plain("restored"),
  "task.title_changed": ({ it, from }) => `renamed ${it} from “${from}”`,
  "task.description_changed": plain("changed the description of"),
  "task.status_changed": ({ it, to }) => `moved ${it} to ${to}`,
  "task.state_changed": ({ it, to }) => `moved ${it} to ${to}`,
  "task.priority_changed": put("priority"),
  "task.assigned": placed(
    ({ it, to }) => `assigned ${it} to ${to}`,
    ({ it, from }) => `unassigned ${from} from ${it}`,
  ),
  "task.labels_changed": put("labels"),
  "task.deadline_changed": put("deadline"),
  "task.parent_changed": placed(
    ({ it, to }) => `made ${it} a sub-task of ${to}`,
    ({ it, from }) => `removed ${it} from parent task ${from}`,
  ),
  "task.project_changed": put("project"),
  "task.milestone_changed": put("milestone"),
  "task.moved": ({ it, from, to }) => `moved ${it} from team ${from} to ${to}`,
  "task.placed": plain("reordered"),
  "task.commented": plain("commented on"),
  "task.comment_edited": plain("edited a comment on"),
  "task.comment_deleted": plain("deleted a comment on"),
  "task.comment_restored": plain("restored a comment on"),
  "task.resource_added": ({ it, to }) => `added the link ${to} to ${it}`,
  "task.resource_changed": ({ it, to }) => `changed the link ${to} on ${it}`,
  "task.resource_removed": ({ it, from }) => `removed the link ${from} from ${it}`,
  "task.relation_added": ({ it, to, data }) =>
    `added a relation to ${it}: ${kindIn(data.to)} ${to}`,
  "task.relation_removed": ({ it, from, data }) =>
    `removed a relation from ${it}: ${kindIn(data.from)} ${from}`,
  "task.approval_requested": ({ it, data }) =>
    `asked ${personIn(data.to, "approver")} to approve ${it}`,
  "task.approved": plain("approved"),
  "task.declined": plain("declined"),
  "task.approval_withdrawn": plain("withdrew an approval request on"),
  "task.approval_reopened": plain("reopened an approval request on"),
  "project.created": plain("created"),
  "project.archived": plain("archived"),
  "project.restored": plain("restored"),
  "project.name_changed": ({ it, from }) => `renamed ${it} from “${from}”`,
  "project.key_changed": put("key"),
  "project.summary_changed": plain("changed the summary of"),
  "project.description_changed": plain("changed the description of"),
  "project.status_changed": ({ it, to }) => `moved ${it} to ${to}`,
  "project.status_derived": ({ it }) => `set the status of ${it} to automatic`,
  "project.priority_changed": put("priority"),
  "project.lead_changed": put("lead"),
  "project.teams_changed": put("teams"),
  "project.members_changed": put("members"),
  "project.labels_changed": put("labels"),
  "project.start_date_changed": put("start date"),
  "project.target_date_changed": put("target date"),
  "project.milestone_added": ({ it, to }) => `added the milestone ${to} to ${it}`,
  "project.milestone_changed": ({ it, to }) => `changed the milestone ${to} of ${it}`,
  "project.milestone_archived": ({ it, from }) => `archived the milestone ${from} of ${it}`,
  "project.milestone_restored": ({ it, to }) => `restored the milestone ${to} of ${it}`,
  "project.dependency_added": ({ it, from, to }) =>
    `added a dependency between ${it} and ${to || from}`,
  "project.dependency_removed": ({ it, from, to }) =>
    `removed the dependency between ${it} and ${to || from}`,
  "project.update_posted": ({ it, to }) => `posted an update on ${it}: ${to}`,
};

/** Formats an entry as a line: `12:04 Mei moved ENG-12 to completed: Mend the gate`. */
export function lineOf(entry: RecordActivity): string {
  const { createdAt, actor, kind, task, project, data } = entry;
  const it = task?.reference ?? (project ? `project ${project.name}` : "something");
  // A newer server might send a kind that isn't known here
  const sentence = Object.hasOwn(sentences, kind)
    ? sentences[kind]
    : plain(`${kind.replace(/^\w+\./, "").replaceAll("_", " ")}:`);
  const words = sentence({ it, from: named(data.from), to: named(data.to), data });
  const title = task ? `: ${task.title}` : "";
  return oneLine(`${clock(createdAt)} ${actor?.name ?? "Backlog"} ${words}${title}`);
}

function clock(time: string): string {
  const at = new Date(time);
  const two = (number: number) => String(number).padStart(2, "0");
  return Number.isNaN(at.getTime()) ? "--:--" : `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Returns the name of a value in an entry; empty without one. */
function named(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(named).join(", ");
  if (typeof value !== "object") return String(value);
  const { name, reference, title } = value as Record<string, unknown>;
  return String(name ?? reference ?? title ?? "");
}

function kindIn(value: unknown): string {
  const { kind } = (value ?? {}) as { kind?: string };
  return (kind ?? "").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function personIn(value: unknown, field: string): string {
  return named((value as Record<string, unknown> | null)?.[field]);
}
