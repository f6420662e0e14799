import { sql } from "kysely";
import type { Db } from "../../../server/domain/core/operation.ts";

/** The number of rows per query. */
const PAGE = 1_000;

/** Returns the day of a time, in the workspace's time zone when the value was written. */
type DayOf = (moment: string, written: string) => string;

/**
 * Converts a workspace's deadlines from times to calendar days, in the workspace's time zone when each deadline was set.
 * Also converts activity and filters of saved views.
 */
export async function deadlinesToDays(tx: Db, workspaceId: string): Promise<void> {
  const dayOf = await zonesOf(tx, workspaceId);
  await convertTasks(tx, dayOf, workspaceId);
  await convertHistory(tx, dayOf, workspaceId);
  await convertViews(tx, dayOf, workspaceId);
}

async function zonesOf(tx: Db, workspaceId: string): Promise<DayOf> {
  const { time_zone } = await tx.selectFrom("workspaces").select("time_zone")
    .where("id", "=", workspaceId).executeTakeFirstOrThrow();
  const { rows: moves } = await sql<{ zone: string; at: string }>`
    select data ->> '$.from' as zone, created_at as at from activity
    where subject_id = ${workspaceId} and kind = 'workspace.time_zone_changed' order by seq`
    .execute(tx);
  return (moment, written) => {
    const next = moves.find(({ at }) => at > written);
    return dayIn(moment, next?.zone ?? time_zone);
  };
}

/**
 * Converts a time to a day. Invalid text stays unchanged, an unknown time zone counts as UTC, and the result stays within
 * the valid years.
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

/** Converts tasks. A deadline was set at its last change in the activity, or with the task. */
async function convertTasks(tx: Db, dayOf: DayOf, workspaceId: string): Promise<void> {
  type Row = { id: string; deadline_at: string; written: string };
  const page = (after: string) =>
    sql<Row>`
      select t.id, t.deadline_at, coalesce((select h.created_at from activity h
        where h.subject_id = t.id and h.kind = 'task.deadline_changed'
        order by h.seq desc limit 1), t.created_at) as written
      from tasks t where t.workspace_id = ${workspaceId} and t.deadline_at is not null
        and t.id > ${after}
      order by t.id limit ${sql.lit(PAGE)}`.execute(tx);
  for (let rows = (await page("")).rows; rows.length > 0;) {
    const days = rows.map((t) => [t.id, dayOf(t.deadline_at, t.written)]);
    await sql`
      update tasks set deadline_at = d.value ->> 1 from json_each(${JSON.stringify(days)}) d
      where tasks.id = d.value ->> 0`.execute(tx);
    rows = (await page(rows.at(-1)!.id)).rows;
  }
}

async function convertHistory(tx: Db, dayOf: DayOf, workspaceId: string): Promise<void> {
  type Row = { seq: number; data: string; created_at: string };
  const page = (after: number) =>
    sql<Row>`
      select seq, data, created_at from activity
      where workspace_id = ${workspaceId} and kind = 'task.deadline_changed' and seq > ${after}
      order by seq limit ${sql.lit(PAGE)}`.execute(tx);
  for (let rows = (await page(0)).rows; rows.length > 0;) {
    const changed = rows.map(({ seq, data, created_at }) => [
      seq,
      JSON.parse(data, (_, value) => typeof value === "string" ? dayOf(value, created_at) : value),
    ]);
    await sql`
      update activity set data = d.value -> 1 from json_each(${JSON.stringify(changed)}) d
      where activity.seq = d.value ->> 0`.execute(tx);
    rows = (await page(rows.at(-1)!.seq)).rows;
  }
}

/** Converts filters of views, which kept the times at which days start. */
async function convertViews(tx: Db, dayOf: DayOf, workspaceId: string): Promise<void> {
  type Row = { id: string; filters: string; updated_at: string };
  const { rows } = await sql<Row>`
    select id, filters, updated_at from views
    where workspace_id = ${workspaceId} and
      coalesce(filters ->> '$.deadlineAfter', filters ->> '$.deadlineBefore') is not null`
    .execute(tx);
  for (const { id, filters, updated_at } of rows) {
    const resolved = JSON.parse(
      filters,
      (name, value) => /^deadline(After|Before)$/.test(name) ? dayOf(value, updated_at) : value,
    );
    await sql`update views set filters = ${JSON.stringify(resolved)} where id = ${id}`.execute(tx);
  }
}
