import type { Child } from "hono/jsx";
import type {
  Activity,
  Priority,
  TaskDetail,
  TaskStatus,
} from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { PriorityMark, StatusMark } from "../ui/marks.tsx";
import { Ago, day, type Reading } from "../ui/time.tsx";
import { type Commenting, CommentItem } from "./comments.tsx";
import { priorityWords, statusWords } from "../ui/words.ts";

/** What the comments themselves show. */
const toldByComments = new Set(["task.commented", "task.comment_edited"]);

/** What happened to a task and what was said about it, oldest first. */
export function Timeline({ task, commenting, reading }: {
  task: TaskDetail;
  commenting: Commenting;
  reading: Reading;
}) {
  const entries = [
    ...task.activity.filter(({ kind }) => !toldByComments.has(kind)).map((activity) => ({
      at: activity.createdAt,
      item: <ActivityItem activity={activity} reading={reading} />,
    })),
    ...task.comments.map((comment) => ({
      at: comment.createdAt,
      item: <CommentItem task={task} comment={comment} commenting={commenting} reading={reading} />,
    })),
  ].sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
  return <ol class="timeline">{entries.map((entry) => entry.item)}</ol>;
}

function ActivityItem({ activity, reading }: { activity: Activity; reading: Reading }) {
  const { actor, door } = activity;
  return (
    <li class="event">
      {actor ? <Avatar person={actor} /> : <Icon name="bot" />}
      <p>
        <strong>{actor?.name ?? "Backlog"}</strong>
        {actor?.kind === "agent" && <span class="door">agent</span>} {sentence(activity, reading)}
        {door === "api" && <span class="door">over the API</span>}
        {door === "cli" && <span class="door">from the command line</span>}{" "}
        <Ago at={activity.createdAt} reading={reading} />
      </p>
    </li>
  );
}

type Sentence = (change: { from?: unknown; to?: unknown }, reading: Reading) => Child;

/** What an activity's kind says; a kind that came later than this page is told by its bare name. */
function sentence({ kind, data }: Activity, reading: Reading): Child {
  const tell = sentences[kind];
  return tell ? tell(data, reading) : kind.replace(/^task\./, "").replaceAll("_", " ");
}

const sentences: Record<string, Sentence> = {
  "task.created": () => "created the task",
  "task.drafted": () => "began a draft",
  "task.published": () => "published the task",
  "task.archived": () => "archived the task",
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

/** The name, or for a task the title, of a record in an activity. */
function named(record: unknown): string {
  const { name, title } = (record ?? {}) as { name?: string; title?: string };
  return name ?? title ?? "nobody";
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
