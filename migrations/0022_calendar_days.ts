import { type Kysely, type RawBuilder, sql } from "kysely";

/**
 * Deadlines become calendar days, where they were moments until now: each the day that it was where the workspace was
 * when the deadline was set, and not where it has moved since. So do those in history, in saved views' filters, and in the
 * answers kept for retries. What clients hold of tasks is out of date.
 */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  const dayOf = await zonesOf(db);
  await settleRecords(db, dayOf, sql`true`);
  await settleAnswers(db, dayOf);
  await sql`update workspaces set revision = revision + 1`.execute(db);
}

// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function upWorkspace(db: Kysely<any>, id: string): Promise<void> {
  await settleRecords(db, await zonesOf(db), sql`workspace_id = ${id}`);
}

/** @param which the condition on rows that names their workspace */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
async function settleRecords(db: Kysely<any>, dayOf: DayOf, which: Which): Promise<void> {
  await settleTasks(db, dayOf, which);
  await settleHistory(db, dayOf, which);
  await settleViews(db, dayOf, which);
}

type Which = RawBuilder<unknown>;

/** How many rows are held at once. */
const PAGE = 1_000;

/** The day that a moment was in a workspace, by the time zone that it had at another one: when the first was written. */
type DayOf = (moment: string, workspaceId: string, written: string) => string;

// deno-lint-ignore no-explicit-any -- see migrations/index.ts
async function zonesOf(db: Kysely<any>): Promise<DayOf> {
  const { rows: workspaces } = await sql<{ id: string; time_zone: string }>`
    select id, time_zone from workspaces`.execute(db);
  const { rows: moves } = await sql<{ id: string; zone: string; at: string }>`
    select h.subject_id as id, h.data ->> '$.from' as zone, h.created_at as at
    from workspaces w join activity h on h.subject_id = w.id
    where h.kind = 'workspace.time_zone_changed' order by h.seq`.execute(db);
  const now = new Map(workspaces.map(({ id, time_zone }) => [id, time_zone]));
  const past = Map.groupBy(moves, ({ id }) => id);
  return (moment, workspaceId, written) => {
    const next = past.get(workspaceId)?.find(({ at }) => at > written);
    return dayIn(moment, next?.zone ?? now.get(workspaceId) ?? "UTC");
  };
}

/**
 * What can't be read stays as it is; a time zone that isn't known here is taken for UTC. A moment at the very beginning
 * or end of the years that days may be of stays within them wherever it is.
 */
function dayIn(moment: string, zone: string): string {
  const at = Date.parse(moment);
  if (/^\d{4}-\d{2}-\d{2}$/.test(moment) || Number.isNaN(at)) return moment;
  const date = dateIn(Temporal.Instant.fromEpochMilliseconds(at), zone);
  if (date.year < 1970) return "1970-01-01";
  return date.year > 9999 ? "9999-12-31" : date.toString();
}

function dateIn(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  try {
    return instant.toZonedDateTimeISO(zone).toPlainDate();
  } catch {
    return instant.toZonedDateTimeISO("UTC").toPlainDate();
  }
}

/** A deadline was set when history last says so, or else with the task. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
async function settleTasks(db: Kysely<any>, dayOf: DayOf, which: Which): Promise<void> {
  type Row = { id: string; workspace_id: string; deadline_at: string; written: string };
  const page = (after: string) =>
    sql<Row>`
      select t.id, t.workspace_id, t.deadline_at, coalesce((select h.created_at from activity h
        where h.subject_id = t.id and h.kind = 'task.deadline_changed'
        order by h.seq desc limit 1), t.created_at) as written
      from tasks t where ${which} and t.deadline_at is not null and t.id > ${after}
      order by t.id limit ${sql.lit(PAGE)}`.execute(db);
  for (let rows = (await page("")).rows; rows.length > 0;) {
    const days = rows.map((t) => [t.id, dayOf(t.deadline_at, t.workspace_id, t.written)]);
    await sql`
      update tasks set deadline_at = d.value ->> 1 from json_each(${JSON.stringify(days)}) d
      where tasks.id = d.value ->> 0`.execute(db);
    rows = (await page(rows.at(-1)!.id)).rows;
  }
}

// deno-lint-ignore no-explicit-any -- see migrations/index.ts
async function settleHistory(db: Kysely<any>, dayOf: DayOf, which: Which): Promise<void> {
  type Row = { seq: number; workspace_id: string; data: string; created_at: string };
  const page = (after: number) =>
    sql<Row>`
      select seq, workspace_id, data, created_at from activity
      where ${which} and kind = 'task.deadline_changed' and seq > ${after}
      order by seq limit ${sql.lit(PAGE)}`.execute(db);
  for (let rows = (await page(0)).rows; rows.length > 0;) {
    const told = rows.map(({ seq, workspace_id, data, created_at }) => [
      seq,
      JSON.parse(
        data,
        (_, value) => typeof value === "string" ? dayOf(value, workspace_id, created_at) : value,
      ),
    ]);
    await sql`
      update activity set data = d.value -> 1 from json_each(${JSON.stringify(told)}) d
      where activity.seq = d.value ->> 0`.execute(db);
    rows = (await page(rows.at(-1)!.seq)).rows;
  }
}

/** A view that was made or changed kept the moments at which the days began. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
async function settleViews(db: Kysely<any>, dayOf: DayOf, which: Which): Promise<void> {
  type Row = { id: string; workspace_id: string; filters: string; updated_at: string };
  const { rows } = await sql<Row>`
    select id, workspace_id, filters, updated_at from views
    where ${which} and
      coalesce(filters ->> '$.deadlineAfter', filters ->> '$.deadlineBefore') is not null`
    .execute(db);
  for (const { id, workspace_id, filters, updated_at } of rows) {
    const settled = JSON.parse(
      filters,
      (name, value) =>
        /^deadline(After|Before)$/.test(name) ? dayOf(value, workspace_id, updated_at) : value,
    );
    await sql`update views set filters = ${JSON.stringify(settled)} where id = ${id}`.execute(db);
  }
}

/** Answers tell tasks as they are made; the moment of the answer is when the deadline was set. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
async function settleAnswers(db: Kysely<any>, dayOf: DayOf): Promise<void> {
  type Row = { owner_id: string; key: string; answer: string; created_at: string };
  const page = (owner: string, key: string) =>
    sql<Row>`
      select owner_id, key, answer, created_at from idempotency_keys
      where (owner_id, key) > (${owner}, ${key}) and answer like '%"deadlineAt":"%'
      order by owner_id, key limit ${sql.lit(PAGE)}`.execute(db);
  for (let rows = (await page("", "")).rows; rows.length > 0;) {
    for (const { owner_id, key, answer, created_at } of rows) {
      const { task } = JSON.parse(answer);
      if (!task?.deadlineAt) continue;
      const team = await sql<{ workspace_id: string }>`
        select workspace_id from teams where id = ${task.teamId}`.execute(db);
      task.deadlineAt = dayOf(task.deadlineAt, team.rows[0]?.workspace_id ?? "", created_at);
      await sql`update idempotency_keys set answer = ${JSON.stringify({ task })}
        where owner_id = ${owner_id} and key = ${key}`.execute(db);
    }
    const last = rows.at(-1)!;
    rows = (await page(last.owner_id, last.key)).rows;
  }
}
