import type { Child } from "hono/jsx";
import type { Activity } from "../../server/domain/activity/schema.ts";
import type { Priority, TaskStatus } from "../../server/domain/vocabulary.ts";
import { PriorityMark, StatusMark } from "../ui/marks.tsx";
import { day, type ReaderClock } from "../ui/time.tsx";
import { priorityWords, statusWords } from "../ui/words.ts";

/** What the comments themselves show. */
export const toldByComments: ReadonlySet<string> = new Set([
  "task.commented",
  "task.comment_edited",
]);

/** What an activity says happened. A kind that a newer process wrote, and this page doesn't know, is a change. */
export function sentence({ kind, data }: Activity, reading: ReaderClock): Child {
  const sentence = sentences[kind];
  return sentence ? sentence(data, reading) : "changed the task";
}

type Sentence = (change: { from?: unknown; to?: unknown }, reading: ReaderClock) => Child;

/** Every kind of activity that the domain records on tasks, but for those that the comments tell. */
export const sentences: Readonly<Record<string, Sentence>> = {
  "task.created": () => "created the task",
  "task.drafted": () => "began a draft",
  "task.published": () => "published the task",
  "task.archived": () => "archived the task",
  "task.discarded": () => "discarded the draft",
  "task.restored": () => "restored the task",
  "task.title_changed": ({ from, to }) => (
    <>
      renamed it from <q>{String(from)}</q> to <q>{String(to)}</q>
    </>
  ),
  "task.description_changed": () => "edited the description",
  "task.status_changed": ({ from, to }) => (
    <>
      moved it from <StatusWord status={from as TaskStatus} /> to{" "}
      <StatusWord status={to as TaskStatus} />
    </>
  ),
  "task.priority_changed": ({ from, to }) => (
    <>
      changed the priority from <PriorityWord priority={from as Priority} /> to{" "}
      <PriorityWord priority={to as Priority} />
    </>
  ),
  "task.assigned": ({ from, to }) =>
    to
      ? (
        <>
          assigned it to <b>{named(to)}</b>
        </>
      )
      : (
        <>
          took it from <b>{named(from)}</b>
        </>
      ),
  "task.labels_changed": ({ from, to }) => labelSentence(texts(from), texts(to)),
  "task.deadline_changed": ({ to }, reading) =>
    to
      ? (
        <>
          set the deadline to <b>{day(String(to), reading)}</b>
        </>
      )
      : "removed the deadline",
  "task.parent_changed": ({ from, to }) =>
    to
      ? (
        <>
          put it below <q>{named(to)}</q>
        </>
      )
      : (
        <>
          took it out of <q>{named(from)}</q>
        </>
      ),
  "task.state_changed": ({ from, to }) => (
    <>
      moved it from <b>{named(from)}</b> to <b>{named(to)}</b>
    </>
  ),
  "task.project_changed": (change) => placed("the project", change),
  "task.milestone_changed": (change) => placed("the milestone", change),
  "task.comment_deleted": ({ from }) => {
    const { author } = (from ?? {}) as { author?: unknown };
    return (
      <>
        deleted a comment of <b>{named(author)}</b>
      </>
    );
  },
  "task.resource_added": ({ to }) => (
    <>
      added the link <q>{named(to)}</q>
    </>
  ),
  "task.resource_changed": ({ to }) => (
    <>
      changed the link <q>{named(to)}</q>
    </>
  ),
  "task.resource_removed": ({ from }) => (
    <>
      removed the link <q>{named(from)}</q>
    </>
  ),
  "task.relation_added": ({ to }) => <>noted that it {related(to)}</>,
  "task.relation_removed": ({ from }) => <>noted that it no longer {related(from)}</>,
  "task.approval_requested": ({ to }) => (
    <>
      asked <b>{side(to, "approver")}</b> to approve something
    </>
  ),
  "task.approved": ({ to }) => (
    <>
      approved what <b>{side(to, "asker")}</b> asked
    </>
  ),
  "task.declined": ({ to }) => (
    <>
      declined what <b>{side(to, "asker")}</b> asked
    </>
  ),
  "task.approval_withdrawn": ({ from }) => (
    <>
      withdrew what <b>{side(from, "approver")}</b> was asked to approve
    </>
  ),
  "task.moved": ({ from, to }) => (
    <>
      moved it from team <b>{named(from)}</b> to <b>{named(to)}</b>
    </>
  ),
};

function labelSentence(from: string[], to: string[]): Child {
  const added = to.filter((name) => !from.includes(name));
  const removed = from.filter((name) => !to.includes(name));
  return (
    <>
      {added.length > 0 && (
        <>
          added the label{added.length > 1 && "s"} <b>{added.join(", ")}</b>
        </>
      )}
      {added.length > 0 && removed.length > 0 && " and "}
      {removed.length > 0 && (
        <>
          removed the label{removed.length > 1 && "s"} <b>{removed.join(", ")}</b>
        </>
      )}
    </>
  );
}

function StatusWord({ status }: { status: TaskStatus }) {
  return (
    <b class="told">
      <StatusMark status={status} />
      {statusWords[status]}
    </b>
  );
}

function PriorityWord({ priority }: { priority: Priority }) {
  return (
    <b class="told">
      <PriorityMark priority={priority} />
      {priorityWords[priority]}
    </b>
  );
}

/** Into a project or milestone, or out of the one it was in. */
function placed(where: string, { from, to }: { from?: unknown; to?: unknown }): Child {
  return to
    ? (
      <>
        put it into {where} <b>{named(to)}</b>
      </>
    )
    : (
      <>
        took it out of {where} <b>{named(from)}</b>
      </>
    );
}

const relationWords: Record<string, string> = {
  blocks: "blocks",
  blockedBy: "is blocked by",
  relatesTo: "relates to",
  duplicates: "duplicates",
  duplicatedBy: "is duplicated by",
};

/** How the task stands to another: `blocks ENG-2 Paint the fence`. */
function related(record: unknown): Child {
  const { kind = "", reference } = (record ?? {}) as { kind?: string; reference?: string };
  return (
    <>
      {relationWords[kind] ?? "relates to"} <b>{reference}</b> <q>{named(record)}</q>
    </>
  );
}

/** Who asked for an approval, or was asked. */
function side(request: unknown, which: "asker" | "approver"): string {
  return named((request as Record<string, unknown> | undefined)?.[which]);
}

/** The name, or for a task the title, of a record in an activity. */
function named(record: unknown): string {
  const { name, title } = (record ?? {}) as { name?: string; title?: string };
  return name ?? title ?? "something";
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
