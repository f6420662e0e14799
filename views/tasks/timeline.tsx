import type { Child } from "hono/jsx";
import type { Activity } from "../../server/domain/activity/schema.ts";
import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { Icon } from "../icons.tsx";
import { Markdown, type ShownTexts } from "../markdown.tsx";
import { entryPath } from "../paths.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Ago, type PageClock } from "../ui/time.tsx";
import { Aside } from "./aside.tsx";
import { type Commenting, CommentItem } from "./comments.tsx";
import { wholeTask } from "./open_form.tsx";
import { isBeginning, type Run, runsOf, toldOf, type Way, type Ways, waysOf } from "./runs.ts";
import { sentence, shownByComments } from "./sentences.tsx";

/** A stretch of what a task's page tells, oldest first, and the ways on from both of its ends. */
export interface Stretch<T> {
  entries: T[];
  /** Where what came before is told too. */
  earlier: { href: string; inPlace: boolean } | null;
  /** Where the newest is told, for a stretch that ends before it. */
  newest: string | null;
}

/** What a task's page tells: what was said, and what happened. */
export interface TaskHistory {
  comments: Stretch<TaskDetail["comments"][number]>;
  history: Stretch<Activity>;
}

interface TimelineProps {
  task: TaskDetail;
  /** Whether the viewer can change the task. */
  writable: boolean;
  history: TaskHistory;
  approvals: ApprovalTexts;
  commenting: Commenting;
  clock: PageClock;
  texts: ShownTexts;
}

/**
 * What each request for approval asked, where it isn't open any more, and what was said with the decision on it, by its
 * id; null where nothing was.
 */
export type ApprovalTexts = Readonly<
  Record<string, { asked: string | null; said: string | null }>
>;

/** What happened to a task and what was said about it, oldest first. Where one of both begins later, it says so. */
export function Timeline(
  { task, writable, history, approvals, commenting, clock, texts }: TimelineProps,
) {
  const undoer = { id: commenting.viewerId, writes: writable, comments: commenting.allowed };
  const wayOf = waysOf(history.history.entries);
  const shown = { clock, undoer, wayOf };
  const edits = undoableEdits(history.history.entries, shown);
  const runs = runsOf(history.history.entries, wayOf).map((run) => ({
    createdAt: run[0].createdAt,
    run,
  }));
  const entries = [
    ...entriesOf(
      { ...history.history, entries: runs },
      "history",
      ({ run }) => {
        if (run.length > 1) return <RunItem run={run} {...shown} />;
        return shownByComments.has(run[0].kind) ? null : (
          <ActivityItem
            {...shown}
            activity={run[0]}
            said={saidWith(run[0], approvals)}
            texts={texts}
          />
        );
      },
    ),
    ...entriesOf(
      history.comments,
      "comments",
      (comment) => (
        <CommentItem
          task={task}
          comment={comment}
          commenting={commenting}
          clock={clock}
          texts={texts}
          undo={(told) => {
            const entry = edits.get(comment.id);
            return entry && <UndoForm id={entry.id} entry={entry} told={told} wayOf={wayOf} />;
          }}
        />
      ),
    ),
  ].sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
  return <ol class="timeline">{entries.map((entry) => entry.item)}</ol>;
}

/** A stretch's items, with the ways to what came before it and after it at the times where it ends. */
function entriesOf<T extends { createdAt: string }>(
  { entries, earlier, newest }: Stretch<T>,
  name: keyof TaskHistory,
  show: (entry: T) => Child,
) {
  const items = entries.map((entry) => ({ at: entry.createdAt, item: show(entry) }));
  const [first, last] = [items[0], items.at(-1)];
  if (first && earlier) {
    items.unshift({ at: first.at, item: <EarlierLink {...earlier} name={name} /> });
  }
  if (last && newest) items.push({ at: last.at, item: <NewestLink href={newest} name={name} /> });
  return items;
}

const earlierWords = { comments: "Show earlier comments", history: "Earlier history" };
const newestWords = {
  comments: "Back to the newest comments",
  history: "Back to the newest history",
};

/** Tells what came before in the same place; where a page would grow too long, on one of its own. */
function EarlierLink(
  { href, inPlace, name }: { href: string; inPlace: boolean; name: keyof TaskHistory },
) {
  const place = inPlace
    ? { "hx-get": href, "hx-target": wholeTask, "hx-replace-url": "true", "data-next": "here" }
    : {};
  return (
    <li class="timeline-way">
      <a id={`earlier-${name}`} href={href} {...place}>{earlierWords[name]}</a>
    </li>
  );
}

function NewestLink({ href, name }: { href: string; name: keyof TaskHistory }) {
  return (
    <li class="timeline-way">
      <a href={href}>{newestWords[name]}</a>
    </li>
  );
}

/** Small changes in a row, told as one; it opens to each of them. */
function RunItem({ run, ...shown }: { run: Run } & EntryProps) {
  const { clock, wayOf } = shown;
  const [first] = run;
  const changes = toldOf(run);
  // That a task was made is taken back by itself alone
  const undoable = run.slice(isBeginning(run) ? 1 : 0).filter((one) => isTheirs(one, shown));
  const { actor } = first;
  return (
    <li class="event-run">
      <details class="run" id={`run-${first.id}`}>
        <summary class="event">
          {actor ? <Avatar person={actor} /> : <Icon name="bot" />}
          <span>
            <strong>{actor?.name ?? "Backlog"}</strong>{" "}
            <span id={`told-${first.id}`}>
              {isBeginning(run) && sentence(first, clock)}
              {isBeginning(run) && changes && " and "}
              {changes && `${verbOf(wayOf(run.at(-1)!))} ${changes.sum}`}
            </span>
            {changes?.isUndone && <Undone />}{" "}
            <Ago
              at={isBeginning(run) ? first.createdAt : run.at(-1)!.createdAt}
              clock={clock}
            />
            <Icon name="chevron-down" />
          </span>
        </summary>
        <ol>
          {run.map((activity) => <ActivityItem activity={activity} {...shown} inRun />)}
        </ol>
      </details>
      {undoable.length > 0 && (
        <UndoForm
          id={`run-${first.id}`}
          entry={undoable.at(-1)!}
          backTo={undoable[0]!.id}
          told={`told-${first.id}`}
          wayOf={wayOf}
        />
      )}
    </li>
  );
}

/** What is said of what was taken back. */
const Undone = () => <Aside>undone</Aside>;

/** What was done to what a run tells. */
function verbOf(way: Way | undefined): string {
  return way === undefined ? "changed" : `${way === "back" ? "undid" : "redid"} changes of`;
}

/** What a request for approval asked that was closed since, or the comment that a decision was given with. */
function saidWith({ kind, data }: Activity, approvals: ApprovalTexts): string | null {
  const texts = approvals[Object(Object(data).to).id];
  if (kind === "task.approval_requested") return texts?.asked ?? null;
  return ["task.approved", "task.declined"].includes(kind) ? texts?.said ?? null : null;
}

interface EntryProps {
  clock: PageClock;
  /** The viewer, who can take back what they did. */
  undoer: Undoer;
  wayOf: Ways;
}

interface Undoer {
  /** Their profile. */
  id: string;
  /** Whether they may change the task. */
  writes: boolean;
  /** Whether they may comment on it. */
  comments: boolean;
}

/** What takes who may comment, whether they may change the task or not. */
const said = /^task\.(comment|approval)/;

/** Whether the viewer can take back what an entry tells. `RULES.md`, Tasks */
function isTheirs(entry: Activity, { clock, undoer }: EntryProps): boolean {
  if (entry.actor?.id !== undoer.id || entry.undoableUntil === null) return false;
  if (!(said.test(entry.kind) ? undoer.comments : undoer.writes)) return false;
  const until = Date.parse(entry.undoableUntil);
  if (until <= clock.now.getTime()) return false;
  clock.until = Math.min(clock.until, until);
  return true;
}

/** The last change of each comment that the viewer can take back, as its comment tells of it. */
function undoableEdits(entries: readonly Activity[], shown: EntryProps) {
  const last = new Map<string, Activity>();
  for (const entry of entries) {
    if (entry.kind === "task.comment_edited") last.set(Object(entry.data.to).id, entry);
  }
  return new Map([...last].filter(([, entry]) => isTheirs(entry, shown)));
}

/**
 * Takes back what an entry tells of its task, or a run of them; what an undo took back is made again by that.
 * @param props.told the id of the words that it takes back
 */
function UndoForm({ id, entry, backTo, told, wayOf }: Pick<EntryProps, "wayOf"> & {
  id: string;
  entry: Activity;
  backTo?: string;
  told: string;
}) {
  const action = entryPath(entry.id);
  return (
    <form class="event-undo" id={`undo-${id}`} method="post" action={action} hx-post={action}>
      {backTo && <input type="hidden" name="backTo" value={backTo} />}
      <input type="hidden" name="alone" value="yes" />
      <button type="submit" class="link" name="act" value="undo" aria-describedby={told}>
        {wayOf(entry) === "back" ? "Redo" : "Undo"}
      </button>
    </form>
  );
}

function ActivityItem(
  { activity, inRun, said, texts, ...shown }: EntryProps & {
    activity: Activity;
    /** What was said with it. */
    said?: string | null;
    texts?: ShownTexts;
    /** Whether it stands in a run, whose first entry's words have another id. */
    inRun?: boolean;
  },
) {
  const { clock, wayOf } = shown;
  const { actor, door, takenBackAt } = activity;
  const way = inRun ? undefined : wayOf(activity);
  const told = `told-${inRun ? "in-run-" : ""}${activity.id}`;
  return (
    <li class="event" id={activity.id}>
      {actor ? <Avatar person={actor} /> : <Icon name="bot" />}
      <p>
        <strong>{actor?.name ?? "Backlog"}</strong>
        {actor?.kind === "agent" && <Aside>agent</Aside>}{" "}
        <span id={told}>{sentence(activity, clock)}</span>
        {door === "api" && <Aside>over the API</Aside>}
        {door === "cli" && <Aside>from the command line</Aside>}
        {way && <Aside>{way === "back" ? "by Undo" : "by Redo"}</Aside>}
        {takenBackAt !== null && <Undone />} <Ago at={activity.createdAt} clock={clock} />
      </p>
      {isTheirs(activity, shown) && (
        <UndoForm id={activity.id} entry={activity} told={told} wayOf={wayOf} />
      )}
      {said && texts && (
        <blockquote class="event-said">
          <Markdown text={said} texts={texts} />
        </blockquote>
      )}
    </li>
  );
}
