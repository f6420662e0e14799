import type { Activity } from "../../server/domain/activity/schema.ts";
import { Icon } from "../icons.tsx";
import { Markdown, type ShownTexts } from "../markdown.tsx";
import { entryPath } from "../paths.ts";
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
import { type ChangeRun, isBeginning, summaryOf } from "./change_runs.ts";
import { sentence } from "./sentences.tsx";
import type { UndoOrRedo, Undos } from "./undos.ts";

/** What entries of a task's history are told with. */
export interface EntryProps {
  clock: PageClock;
  /** The viewer, who can undo what they did. */
  undoer: Undoer;
  undos: Undos;
}

interface Undoer {
  /** Their profile. */
  id: string;
  /** Whether they may change the task. */
  writes: boolean;
  /** Whether they may comment on it. */
  comments: boolean;
}

interface Said {
  /** What was said with it. */
  said?: string | null;
  texts?: ShownTexts;
}

/** What takes who may comment, whether they may change the task or not. */
const said = /^task\.(comment|approval)/;

/** Whether the viewer can undo what an entry tells. `RULES.md`, Tasks */
export function isTheirs(entry: Activity, { clock, undoer }: EntryProps): boolean {
  const may = said.test(entry.kind) ? undoer.comments : undoer.writes;
  return may && isUndoableBy(entry, undoer.id, clock);
}

/** An entry by itself, or what is told as one: small changes in a row, and what was undone with what that did. */
export function HistoryItem({ run, ...props }: { run: ChangeRun } & EntryProps & Said) {
  const undone = run.flatMap((entry) => props.undos.of(entry));
  if (run.length > 1 || undone.length > 0) return <RunItem run={run} undone={undone} {...props} />;
  return <ActivityItem activity={run[0]} {...props} />;
}

/** What is told as one; it opens to each entry. @param props.undone what undos of it did */
function RunItem(
  { run, undone, said, texts, ...shown }:
    & { run: ChangeRun; undone: Activity[] }
    & EntryProps
    & Said,
) {
  const { clock, undos } = shown;
  const [first] = run;
  const isOne = run.length === 1;
  const changes = isOne ? null : summaryOf(run, undos);
  const isUndone = changes?.isUndone || (isOne && undos.isUndone(first));
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
              {isBeginning(run) && changes && " and "}
              {changes && (
                <span id={`did-${first.id}`}>
                  {`${verbOf(undos.cameBy(run.at(-1)!))} ${changes.summary}`}
                </span>
              )}
            </span>
            {isOne && <InterfaceNote entry={first} />}
            {isOne && <ByUndo entry={first} undos={undos} />}
            {isUndone && <Undone />}{" "}
            <Ago
              at={isBeginning(run) ? first.createdAt : run.at(-1)!.createdAt}
              clock={clock}
            />
            <Icon name="chevron-down" />
          </span>
        </summary>
        <ol>
          {entries.map((activity) => (
            <ActivityItem
              activity={activity}
              {...shown}
              {...(activity === first && { said, texts })}
              isWithin
            />
          ))}
        </ol>
      </details>
      {undoOfRun(run, undone, shown)}
    </li>
  );
}

/** What takes a run back as one, or makes again what was undone of it last. */
function undoOfRun(run: ChangeRun, undone: readonly Activity[], shown: EntryProps) {
  const [first] = run;
  // That a task was made is undone by itself alone
  const changes = run.slice(isBeginning(run) ? 1 : 0).filter((one) => isTheirs(one, shown));
  const last = undone.at(-1)?.createdAt;
  const again = undone.filter((one) => one.createdAt === last && isTheirs(one, shown));
  const undoable = changes.length > 0 ? changes : again;
  return undoable.length > 0 && (
    <UndoOfTask
      id={run.length === 1 ? first.id : `run-${first.id}`}
      entry={undoable.at(-1)!}
      backTo={run.length > 1 || undoable.length > 1 ? undoable[0]!.id : undefined}
      told={`${run.length > 1 ? "did" : "told"}-${first.id}`}
      undos={shown.undos}
    />
  );
}

/** Whether an entry came by an undo or a redo. */
function ByUndo({ entry, undos }: { entry: Activity; undos: Undos }) {
  const by = undos.cameBy(entry);
  return by ? <Aside>{by === "undo" ? "with Undo" : "with Redo"}</Aside> : null;
}

/** What was done to what a run tells. */
function verbOf(by: UndoOrRedo | undefined): string {
  return by === undefined ? "changed" : `${by === "undo" ? "undid" : "redid"} changes to`;
}

/**
 * Undoes what an entry tells of its task, or a run of them; what an undo undid is made again by that.
 * @param props.told the id of the words that it undoes, which its name ends in
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
  { activity, isWithin, said, texts, ...shown }: EntryProps & Said & {
    activity: Activity;
    /** Whether it stands in what opens, whose first entry's words have another id. */
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
        <UndoOfTask id={activity.id} entry={activity} told={`told-${id}`} undos={undos} />
      )}
      {said && texts && (
        <blockquote class="event-said">
          <Markdown text={said} texts={texts} />
        </blockquote>
      )}
    </HistoryEntry>
  );
}
