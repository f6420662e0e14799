import type { Child } from "hono/jsx";
import type { DataOf, KindOf } from "../../server/domain/activity/kinds.ts";
import type { Activity } from "../../server/domain/activity/schema.ts";
import type { Priority, TaskStatus } from "../../server/domain/vocabulary.ts";
import { PriorityMark, StatusMark } from "../ui/marks.tsx";
import { day, type ReaderClock } from "../ui/time.tsx";
import { priorityWords, statusWords } from "../ui/words.ts";

type TaskKind = KindOf<"task">;
type ToldByComments = "task.commented" | "task.comment_edited";
type Sentence<K extends TaskKind> = (change: DataOf<K>, reading: ReaderClock) => Child;

/** What the comments themselves show. */
export const toldByComments: ReadonlySet<string> = new Set<ToldByComments>([
  "task.commented",
  "task.comment_edited",
]);

/**
 * What an activity says happened. A kind that a newer process wrote, and this page doesn't know, is a change, and so is
 * one that keeps something else than it should.
 */
export function sentence({ kind, data }: Activity, reading: ReaderClock): Child {
  const known: Readonly<Record<string, (change: never, reading: ReaderClock) => Child>> = sentences;
  try {
    return known[kind]?.(data as never, reading) ?? "changed the task";
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return "changed the task";
    throw error;
  }
}

/** Every kind of activity on tasks, but for those that the comments tell. */
export const sentences: { readonly [K in Exclude<TaskKind, ToldByComments>]: Sentence<K> } = {
  "task.created": () => "created the task",
  "task.drafted": () => "began a draft",
  "task.published": () => "published the task",
  "task.archived": () => "archived the task",
  "task.discarded": () => "discarded the draft",
  "task.restored": () => "restored the task",
  "task.title_changed": ({ from, to }) => (
    <>
      renamed it from <q>{from}</q> to <q>{to}</q>
    </>
  ),
  "task.description_changed": () => "edited the description",
  "task.status_changed": ({ from, to }) => (
    <>
      moved it from <StatusWord status={from} /> to <StatusWord status={to} />
    </>
  ),
  "task.priority_changed": ({ from, to }) => (
    <>
      changed the priority from <PriorityWord priority={from} /> to <PriorityWord priority={to} />
    </>
  ),
  "task.assigned": ({ from, to }) =>
    to
      ? (
        <>
          assigned it to <b>{to.name}</b>
        </>
      )
      : (
        <>
          took it from <b>{nameOf(from)}</b>
        </>
      ),
  "task.labels_changed": ({ from, to }) => labelSentence(from, to),
  "task.deadline_changed": ({ to }, reading) =>
    to
      ? (
        <>
          set the deadline to <b>{day(to, reading)}</b>
        </>
      )
      : "removed the deadline",
  "task.parent_changed": ({ from, to }) =>
    to
      ? (
        <>
          put it below <q>{to.title}</q>
        </>
      )
      : (
        <>
          took it out of <q>{from?.title ?? "something"}</q>
        </>
      ),
  "task.state_changed": ({ from, to }) => (
    <>
      moved it from <b>{from.name}</b> to <b>{to.name}</b>
    </>
  ),
  "task.project_changed": (change) => placed("the project", change),
  "task.milestone_changed": (change) => placed("the milestone", change),
  "task.comment_deleted": ({ from }) => (
    <>
      deleted a comment of <b>{from.author.name}</b>
    </>
  ),
  "task.resource_added": ({ to }) => (
    <>
      added the link <q>{to.title}</q>
    </>
  ),
  "task.resource_changed": ({ to }) => (
    <>
      changed the link <q>{to.title}</q>
    </>
  ),
  "task.resource_removed": ({ from }) => (
    <>
      removed the link <q>{from.title}</q>
    </>
  ),
  "task.relation_added": ({ to }) => <>noted that it {related(to)}</>,
  "task.relation_removed": ({ from }) => <>noted that it no longer {related(from)}</>,
  "task.approval_requested": ({ to }) => (
    <>
      asked <b>{to.approver.name}</b> to approve something
    </>
  ),
  "task.approved": ({ to }) => (
    <>
      approved what <b>{to.asker.name}</b> asked
    </>
  ),
  "task.declined": ({ to }) => (
    <>
      declined what <b>{to.asker.name}</b> asked
    </>
  ),
  "task.approval_withdrawn": ({ from }) => (
    <>
      withdrew what <b>{from.approver.name}</b> was asked to approve
    </>
  ),
  "task.moved": ({ from, to }) => (
    <>
      moved it from team <b>{from.name}</b> to <b>{to.name}</b>
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

interface Named {
  name: string;
}

/** Into a project or milestone, or out of the one it was in. */
function placed(where: string, { from, to }: { from: Named | null; to: Named | null }): Child {
  return to
    ? (
      <>
        put it into {where} <b>{to.name}</b>
      </>
    )
    : (
      <>
        took it out of {where} <b>{nameOf(from)}</b>
      </>
    );
}

type Related = DataOf<"task.relation_added">["to"];

const relationWords: Readonly<Record<Related["kind"], string>> = {
  blocks: "blocks",
  blockedBy: "is blocked by",
  relatesTo: "relates to",
  duplicates: "duplicates",
  duplicatedBy: "is duplicated by",
};

/** How the task stands to another: `blocks ENG-2 Paint the fence`. */
function related({ kind, reference, title }: Related): Child {
  return (
    <>
      {relationWords[kind]} <b>{reference}</b> <q>{title}</q>
    </>
  );
}

function nameOf(record: Named | null): string {
  return record?.name ?? "something";
}
