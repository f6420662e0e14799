import type { Child } from "hono/jsx";
import type { Activity } from "../../server/domain/activity/schema.ts";
import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import type { ShownTexts } from "../markdown.tsx";
import type { PageClock } from "../ui/time.tsx";
import { type Commenting, CommentItem } from "./comments.tsx";
import { type EntryProps, HistoryItem, isTheirs, UndoOfTask } from "./history_item.tsx";
import { EarlierLink } from "../parts/history_entry.tsx";
import { changeRunsOf } from "./change_runs.ts";
import { shownByComments } from "./sentences.tsx";
import { undosOf } from "./undos.ts";

/** A range of comments or activity, oldest first, with links at both ends. */
export interface Stretch<T> {
  entries: T[];
  /** The link that also shows earlier entries. */
  earlier: { href: string; inPlace: boolean } | null;
  /** The link to the latest entries, if the range ends before them. */
  newest: string | null;
}

/** The comments and activity of a task's page. */
export interface TaskHistory {
  comments: Stretch<TaskDetail["comments"][number]>;
  history: Stretch<Activity>;
}

interface TimelineProps {
  task: Pick<TaskDetail, "id" | "reference" | "activity">;
  rights: {
    /** Whether the viewer can change the task. */
    writable: boolean;
    /** Whether they can edit its title and description. */
    editable: boolean;
    /** Whether they can publish, archive, and restore it. */
    mayAct: boolean;
    /** Whether anyone but the creator has worked on it. */
    joined: boolean;
  };
  history: TaskHistory;
  commenting: Commenting;
  clock: PageClock;
  texts: ShownTexts;
}

/** The comments and activity of a task, oldest first, with links if one of them starts later. */
export function Timeline(
  { task, rights, history, commenting, clock, texts }: TimelineProps,
) {
  const { joined } = rights;
  const undoer = {
    id: commenting.viewerId,
    writes: rights.writable,
    edits: rights.editable,
    archives: rights.editable && (rights.mayAct || !joined),
    removes: rights.editable && !joined,
    comments: commenting.allowed,
  };
  const undos = undosOf(history.history.entries);
  const shown = { clock, undoer, undos };
  const edits = undoableEdits(history.history.entries, shown);
  const runs = changeRunsOf(undos).map((run) => ({
    createdAt: run[0].createdAt,
    run,
  }));
  const entries = [
    ...entriesOf(
      { ...history.history, entries: runs },
      "history",
      ({ run }) =>
        shownByComments.has(run[0].kind) ? null : (
          <HistoryItem
            {...shown}
            run={run}
            texts={texts}
          />
        ),
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
            return entry && <UndoOfTask id={entry.id} entry={entry} told={told} undos={undos} />;
          }}
        />
      ),
    ),
  ].sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
  return <ol class="timeline">{entries.map((entry) => entry.item)}</ol>;
}

/** The entries of a range, with its links at the times where it starts and ends. */
function entriesOf<T extends { createdAt: string }>(
  { entries, earlier, newest }: Stretch<T>,
  name: keyof TaskHistory,
  show: (entry: T) => Child,
) {
  const items = entries.map((entry) => ({ at: entry.createdAt, item: show(entry) }));
  const [first, last] = [items[0], items.at(-1)];
  if (first && earlier) {
    const { href, inPlace } = earlier;
    // A new page opens at its end, where the reader continues.
    const opened = inPlace ? href : `${href}#newest-${name}`;
    const item = (
      <EarlierLink id={`earlier-${name}`} href={opened} inPlace={inPlace}>
        {earlierWords[name]}
      </EarlierLink>
    );
    items.unshift({ at: first.at, item });
  }
  if (last && newest) items.push({ at: last.at, item: <NewestLink href={newest} name={name} /> });
  return items;
}

const earlierWords = { comments: "Show earlier comments", history: "Show earlier activity" };
const newestWords = {
  comments: "Back to latest comments",
  history: "Back to latest activity",
};

function NewestLink({ href, name }: { href: string; name: keyof TaskHistory }) {
  return (
    <li class="timeline-way" id={`newest-${name}`}>
      <a href={href}>{newestWords[name]}</a>
    </li>
  );
}

/** Returns the last undoable change of each comment. */
function undoableEdits(entries: readonly Activity[], shown: EntryProps) {
  const last = new Map<string, Activity>();
  for (const entry of entries) {
    if (entry.kind === "task.comment_edited") last.set(Object(entry.data.to).id, entry);
  }
  return new Map([...last].filter(([, entry]) => isTheirs(entry, shown)));
}
