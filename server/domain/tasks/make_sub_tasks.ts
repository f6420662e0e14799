import { z } from "zod";
import { yieldToOthers } from "../../database/one_at_a_time.ts";
import type { Member } from "../core/actor.ts";
import { Conflict, type Invalid, invalidField } from "../core/errors.ts";
import { markdown, taskTitle } from "../core/fields.ts";
import { keys } from "../core/keys.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { requireVersion, seenVersion } from "../core/versioned.ts";
import { type ListLine, listLinesIn, nameTasks } from "../text/list_lines.ts";
import { addTask } from "./create.ts";
import { readTask, type VersionedTask } from "./find.ts";
import { keysAtEnd, siblingOrder } from "./hand_order.ts";
import { locateTask, requireChangeable, requireTaskWriter, type StoredTask } from "./locate.ts";
import { inShort } from "./refused_tasks.ts";
import { asShown } from "./project_and_milestone.ts";
import { changeTask } from "./update.ts";
import { SLICE } from "./all_or_none.ts";

/** The maximum number of sub-tasks from one list. */
const MOST_LINES = 100;
/** The highest possible number of a line, because no text has more lines. */
const LAST_LINE = 100_000;
const lineNumber = z.int().min(1).max(LAST_LINE);

/** `POST …/tasks/{taskId}/sub-tasks`. */
export const SubTasksMake = z.strictObject({
  taskId: keys.task,
  version: seenVersion,
  sinceVersion: z.int().optional()
    .describe(
      "Version of the task that your change is based on. If the description has changed since, the response is 412.",
    ),
  description: markdown.optional()
    .describe(
      "New description. Defaults to the current description. Without `If-Match` or `sinceVersion`, the request " +
        "fails if the stored description already has a task in place of one of these lines.",
    ),
  from: lineNumber.default(1).describe("First line of the description to convert, starting at 1."),
  to: lineNumber.default(LAST_LINE).describe("Last line of the description to convert."),
});

/** A task with the sub-tasks that it got. */
export type WithSubTasks = VersionedTask & { made: number };

/**
 * Creates a sub-task from each list item in some lines of a task's description, in the task's team and project. Checked
 * items become completed sub-tasks, and items of a draft become drafts. The sub-task's reference replaces the item's
 * checkbox. Items that already start with a reference stay unchanged. Everything is one act.
 * @throws NotFound; Forbidden unless a task writer; Stale; Conflict if the task or its team is archived, or if a line
 * has since become a task; Invalid without an item in those lines, for too many items, and for an item that can't be a
 * title
 */
export const makeSubTasks = operation({
  name: "tasks.makeSubTasks",
  scope: "tasks.write",
  input: SubTasksMake,
  async run(context, { taskId, version, sinceVersion, description, from, to }) {
    const task = await locateTask(context, taskId);
    requireTaskWriter(context.actor, task.team_id);
    requireVersion("task", task.version, version);
    requireChangeable(task);
    const text = description ?? task.description ?? "";
    const all = listLinesIn(text);
    const lines = all.filter(({ line, named }) => from <= line && line <= to && !named);
    if (lines.length === 0) throw noItems();
    const hasBase = version !== undefined || sinceVersion !== undefined;
    if (description !== undefined && !hasBase) requireStill(task, all, lines);
    if (lines.length > MOST_LINES) throw tooMany();
    const references = new Map<number, string>();
    const places = await keysAtEnd(context, siblingOrder, task.id, lines.length);
    const below = await asShown({ ...context, record: task });
    for (const [at, line] of lines.entries()) {
      if (at % SLICE === SLICE - 1) await yieldToOthers();
      references.set(line.line, await makeOne(context, below, line, places[at]!));
    }
    const named = nameTasks(text, references);
    if (!markdown.safeParse(named).success) throw tooMany();
    await changeTask(context, { taskId: task.id, patch: { description: named, sinceVersion } });
    const made: WithSubTasks = { ...await readTask(context, task.id), made: references.size };
    return made;
  },
});

/**
 * Checks that none of the chosen lines has become a sub-task since the text was loaded, for a text without a version.
 * @throws Conflict otherwise
 */
function requireStill(
  task: StoredTask,
  all: readonly ListLine[],
  lines: readonly ListLine[],
): void {
  const kept = new Set(all.map(({ words }) => words));
  const chosen = new Set(lines.map(({ words }) => words));
  const became = listLinesIn(task.description ?? "").flatMap(({ words, named }) => {
    const [reference = "", ...said] = words.split(" ");
    return named && !kept.has(words) && chosen.has(said.join(" ")) ? [reference] : [];
  });
  if (became.length === 0) return;
  throw new Conflict(`These lines are already tasks: ${inShort(became)}.`, {
    code: "lines_are_tasks",
    hint: "Read the task again, and send its version as sinceVersion.",
  });
}

/** @returns its reference */
async function makeOne(
  context: WriteContext<Member>,
  task: StoredTask,
  { line, words, done }: ListLine,
  place: string,
): Promise<string> {
  const title = taskTitle.safeParse(words);
  if (!title.success) {
    throw invalidField("from", `Line ${line} can't be a title. ${title.error.issues[0]!.message}`);
  }
  const { id, number } = await addTask(context, {
    title: title.data,
    teamId: task.team_id,
    projectId: task.project_id,
    parentId: task.id,
    ...(done && { status: "completed" }),
    ...(task.draft === 1 && { draft: true }),
  });
  // Sub-tasks created together have no order of their own
  await context.tx.updateTable("tasks").set({ sibling_position: place })
    .where("id", "=", id).execute();
  const { key } = await context.tx.selectFrom("teams").select("key")
    .where("id", "=", task.team_id).executeTakeFirstOrThrow();
  return `${key}-${number}`;
}

function noItems(): Invalid {
  return invalidField("from", "Choose lines with list items that aren't tasks yet.", {
    code: "no_list_items",
    hint: "Select list items. Each one becomes a sub-task.",
  });
}

function tooMany(): Invalid {
  return invalidField("to", `Choose at most ${MOST_LINES} items at a time.`, {
    code: "too_many_lines",
  });
}
