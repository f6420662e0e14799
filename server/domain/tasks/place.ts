import { type RawBuilder, sql } from "kysely";
import type { PlannedChange } from "../change/plan.ts";
import type { Member } from "../core/actor.ts";
import { firstIdAt } from "../core/ids.ts";
import { invalidField, NotFound } from "../core/errors.ts";
import type { WriteContext } from "../core/operation.ts";
import { locateTask, type StoredTask } from "./locate.ts";
import type { TaskColumns, TaskPlanner } from "./planners.ts";
import { keysBetween, LONGEST_KEY } from "./position_keys.ts";

type Side = "before" | "after";

/**
 * Puts a task directly above or below another one of its team in the team's order by hand. It is no news of the task,
 * whose record shows nothing of it: nobody is told, and it gets no new version.
 * @throws Invalid for what is no other task of the team
 */
export function beside(side: Side): TaskPlanner<string> {
  return async (context, idOrReference) => {
    const { record: task } = context;
    const other = await otherOfTeam(context, side, idOrReference);
    const [lower, upper] = await gap(context, task, other, side);
    const at = keyOf(task);
    if ((lower === null || lower < at) && (upper === null || at < upper)) return null;
    const [position = ""] = keysBetween(lower, upper, 1, Math.random);
    const change = placed(task, position);
    return position.length <= LONGEST_KEY ? change : {
      ...change,
      also: () => spread(context, task.team_id, position),
    };
  };
}

/** Puts a task back to where it was: what an undo says. */
export const position: TaskPlanner<string | null> = ({ record: task }, to) =>
  to === task.position ? null : placed(task, to);

function placed(task: StoredTask, position: string | null): PlannedChange<TaskColumns> {
  return {
    columns: { position },
    kind: "task.placed",
    data: {},
    undo: { position: [task.position, position] },
    unseen: true,
  };
}

/** What a task's place in its team's order is: the key that it was given, or its id. */
export function keyOf({ id, position }: Pick<StoredTask, "id" | "position">): string {
  return position ?? id;
}

async function otherOfTeam(
  context: WriteContext<Member> & { record: StoredTask },
  side: Side,
  idOrReference: string,
): Promise<StoredTask> {
  const { record: task } = context;
  const other = await locateTask(context, idOrReference).catch((error) => {
    if (error instanceof NotFound) {
      throw invalidField(side, error.message, { code: "unknown_task" });
    }
    throw error;
  });
  if (other.id === task.id) {
    throw invalidField(side, "Name another task than the one that is placed.");
  }
  if (other.team_id === task.team_id) return other;
  throw invalidField(side, "Name a task of the same team: each has an order of its own.", {
    code: "other_team",
  });
}

/** The keys between which a task stands that is directly above or below another one; null where nothing follows. */
async function gap(
  { db }: WriteContext,
  { id, team_id }: StoredTask,
  other: StoredTask,
  side: Side,
): Promise<[lower: string | null, upper: string | null]> {
  const at = keyOf(other);
  const next = (than: "<" | ">", order: "asc" | "desc") =>
    sql<{ key: string }>`
      select ${key} as key from tasks
      where team_id = ${team_id} and archived_at is null and ${key} ${sql.raw(than)} ${at}
        and id <> ${id} order by ${key} ${sql.raw(order)} limit 1`.execute(db);
  const { rows: [beyond] } = side === "before" ? await next(">", "asc") : await next("<", "desc");
  return side === "before" ? [at, beyond?.key ?? null] : [beyond?.key ?? null, at];
}

const key: RawBuilder<string> = sql.raw("ifnull(position, id)");

/** How many tasks on either side get new keys at first. */
const FIRST_REACH = 128;

/**
 * Gives the tasks around a key that has grown too long new ones, evenly apart, in the order in which they stand: as many
 * as it takes until those are short again.
 */
async function spread({ tx, now }: WriteContext, teamId: string, around: string): Promise<void> {
  const side = async (than: string, order: string, reach: number) => {
    const { rows } = await sql<{ id: string; key: string }>`
      select id, ${key} as key from tasks
      where team_id = ${teamId} and archived_at is null and ${key} ${sql.raw(than)} ${around}
      order by ${key} ${sql.raw(order)}, id ${sql.raw(order)} limit ${reach + 1}`.execute(tx);
    return { rows: rows.slice(0, reach), end: rows[reach]?.key ?? null };
  };
  for (let reach = FIRST_REACH;; reach *= 2) {
    const below = await side("<=", "desc", reach);
    const above = await side(">", "asc", reach);
    const tasks = [...below.rows.toReversed(), ...above.rows];
    const whole = below.end === null && above.end === null;
    // What is made from now on comes above a team that is spread as a whole
    const upper = whole ? firstIdAt("task", now) : above.end;
    const keys = keysBetween(below.end, upper, tasks.length, Math.random);
    if (!whole && keys.some(({ length }) => length > LONGEST_KEY / 2)) continue;
    const rows = JSON.stringify(tasks.map(({ id }, n) => [id, keys[n]]));
    await sql`
      update tasks set position = k.value ->> 1 from json_each(${rows}) k
      where tasks.id = k.value ->> 0`.execute(tx);
    return;
  }
}
