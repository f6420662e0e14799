import type { Activity } from "../../server/domain/activity/schema.ts";
import { Icon } from "../icons.tsx";
import { Markdown, type ShownTexts } from "../markdown.tsx";
import { entryPath } from "../paths.ts";
import { Separator } from "../ui/separator.tsx";
import { Ago, type PageClock } from "../ui/time.tsx";
import { Aside } from "../parts/aside.tsx";
import {
  ActorMark,
  HistoryEntry,
  InterfaceNote,
  isUndoableBy,
  UndoForm,
  Undone,
} from "../parts/history_entry.tsx";
import {
  type ChangeRun,
  changesOf,
  describeChanges,
  isBeginning,
  listChanges,
} from "./change_runs.ts";
import { sentence } from "./sentences.tsx";
import type { UndoOrRedo, Undos } from "./undos.ts";

/** The data for showing activity of a task. */
export interface EntryProps {
  clock: PageClock;
  /** The viewer, who can undo their own changes. */
  undoer: Undoer;
  undos: Undos;
}

interface Undoer {
  /** Their profile. */
  id: string;
  /** Whether they can change the task. */
  writes: boolean;
  /** Whether they can edit its title and description. */
  edits: boolean;
  /** Whether they can undo archiving or restoring it. */
  archives: boolean;
  /** Whether they can undo its creation. */
  removes: boolean;
  /** Whether they can comment on it. */
  comments: boolean;
}

interface Said {
  /** The page's texts, with those of approval requests and decisions by the IDs of their activity. */
  texts?: ShownTexts;
}

/** Kinds of activity by the permission that their undo requires. All others require permission to change the task. */
const kinds: readonly (readonly [RegExp, Exclude<keyof Undoer, "id" | "writes">])[] = [
  [/^task\.(comment|approval)/, "comments"],
  [/^task\.(title|description)_changed$/, "edits"],
  [/^task\.(archived|discarded|restored)$/, "archives"],
  [/^task\.(created|drafted)$/, "removes"],
];

/** Returns whether the viewer can undo a change. `RULES.md`, Tasks */
export function isTheirs(entry: Activity, { clock, undoer }: EntryProps): boolean {
  const permission = kinds.find(([kind]) => kind.test(entry.kind))?.[1] ?? "writes";
  return undoer[permission] && isUndoableBy(entry, undoer.id, clock);
}

/** A single activity, a run of small changes, or an undone change with its undo. */
export function HistoryItem({ run, ...props }: { run: ChangeRun } & EntryProps & Said) {
  const undone = run.flatMap((entry) => props.undos.of(entry));
  if (run.length > 1 || undone.length > 0) return <RunItem run={run} undone={undone} {...props} />;
  return <ActivityItem activity={run[0]} {...props} />;
}

/** A run that expands to its activities. @param props.undone the changes made by undos of the run */
function RunItem(
  { run, undone, texts, ...shown }:
    & { run: ChangeRun; undone: Activity[] }
    & EntryProps
    & Said,
) {
  const { clock, undos } = shown;
  const [first] = run;
  const isOne = run.length === 1;
  const told = isOne ? null : changesOf(run, undos);
  const isUndone = told?.isUndone || (isOne && undos.isUndone(first));
  const entries = [...run, ...undone].sort((a, b) =>
    a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0
  );
  return (
    <li class="event-run">
      <details class="run" id={`run-${first.id}`}>
        <summary class="event">
          <ActorMark entry={first} />
          <span>
            <strong>{first.actor?.name ?? "Backlog"}</strong>{" "}
            <span id={`told-${first.id}`}>
              {(isOne || isBeginning(run)) && sentence(first, clock)}
              {isBeginning(run) && told && " and "}
              {told && (
                <span id={`did-${first.id}`}>
                  {describeRun(told.changes, undos.cameBy(run.at(-1)!))}
                </span>
              )}
            </span>
            {isOne && <InterfaceNote entry={first} />}
            {isOne && <ByUndo entry={first} undos={undos} />}
            {isUndone && <Undone />}
            <Separator />
            <span class="run-when">
              <Ago
                at={isBeginning(run) ? first.createdAt : run.at(-1)!.createdAt}
                clock={clock}
              />
              <Icon name="chevron-down" />
            </span>
          </span>
        </summary>
        <ol>
          {entries.map((activity) => (
            <ActivityItem
              activity={activity}
              {...shown}
              {...(activity === first && { texts })}
              isWithin
            />
          ))}
        </ol>
      </details>
      {undoOfRun(run, undone, shown)}
    </li>
  );
}

/** The button that undoes a run, or redoes its last undone part. */
function undoOfRun(run: ChangeRun, undone: readonly Activity[], shown: EntryProps) {
  const [first] = run;
  // The creation of a task is undone separately
  const changes = run.slice(isBeginning(run) ? 1 : 0).filter((one) => isTheirs(one, shown));
  const last = undone.at(-1)?.createdAt;
  const again = undone.filter((one) => one.createdAt === last && isTheirs(one, shown));
  const undoable = changes.length > 0 ? changes : again;
  return undoable.length > 0 && (
    <UndoOfTask
      // A run and its last change share this ID, so that focus stays if an undo splits the run
      id={run.at(-1)!.id}
      entry={undoable.at(-1)!}
      backTo={run.length > 1 || undoable.length > 1 ? undoable[0]!.id : undefined}
      told={`${run.length > 1 ? "did" : "told"}-${first.id}`}
      undos={shown.undos}
    />
  );
}

/** Marks an activity made by an undo or redo. */
function ByUndo({ entry, undos }: { entry: Activity; undos: Undos }) {
  const by = undos.cameBy(entry);
  return by ? <Aside>{by === "undo" ? "with Undo" : "with Redo"}</Aside> : null;
}

function describeRun(changes: readonly Activity[], by: UndoOrRedo | undefined): string {
  if (by === undefined) return describeChanges(changes);
  return `${by === "undo" ? "undid" : "redid"} changes to ${listChanges(changes)}`;
}

/**
 * The button that undoes a change or a run. For changes made by an undo, it redoes them.
 * @param props.told the ID of the sentence, which completes the button's name
 */
export function UndoOfTask({ id, entry, backTo, told, undos }: Pick<EntryProps, "undos"> & {
  id: string;
  entry: Activity;
  backTo?: string | undefined;
  told: string;
}) {
  return (
    <UndoForm
      id={id}
      action={entryPath(entry.id)}
      word={undos.cameBy(entry) === "undo" ? "Redo" : "Undo"}
      told={told}
    >
      {backTo && <input type="hidden" name="backTo" value={backTo} />}
      <input type="hidden" name="alone" value="yes" />
    </UndoForm>
  );
}

function ActivityItem(
  { activity, isWithin, texts, ...shown }: EntryProps & Said & {
    activity: Activity;
    /** Whether it is inside a run, where the first sentence needs another ID. */
    isWithin?: boolean;
  },
) {
  const { clock, undos } = shown;
  const id = `${isWithin ? "in-run-" : ""}${activity.id}`;
  return (
    <HistoryEntry
      entry={activity}
      id={id}
      says={sentence(activity, clock)}
      by={<ByUndo entry={activity} undos={undos} />}
      isUndone={undos.isUndone(activity)}
      clock={clock}
    >
      {isTheirs(activity, shown) && (
        <UndoOfTask id={id} entry={activity} told={`told-${id}`} undos={undos} />
      )}
      {texts?.has(activity.id) && (
        <blockquote class="event-said">
          <Markdown of={activity.id} texts={texts} />
        </blockquote>
      )}
    </HistoryEntry>
  );
}
