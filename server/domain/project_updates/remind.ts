import { sql } from "kysely";
import type { ReadContext, Services, WriteContext } from "../core/operation.ts";
import { channelOf } from "../side_effects/channels.ts";
import { deliverNotification } from "../side_effects/deliver_notifications.ts";
import { seesProject } from "../visibility/readers.ts";
import { STALE_DAYS } from "../vocabulary.ts";

/** The number of projects per statement, so that other requests don't wait long. */
const SLICE = 200;
/** The number of reminders, and the days between them. */
const TIMES = 2;
const AGAIN_DAYS = 7;
/** The hours of a working day for reminders. */
const FROM = 9;
const UNTIL = 17;

/** A project whose lead is due a reminder. */
interface Due {
  id: string;
  workspace_id: string;
  lead_id: string;
  time_zone: string;
  /** The number of reminders since its last update. */
  times: number;
}

/**
 * Reminds the leads of active projects without an update for two weeks: twice, a week apart, on a working day in the
 * workspace's time zone. People who turned reminders off or can't see the project get none. The sending write reads
 * earlier reminders, so that several processes send one only once. `RULES.md`, Mentions and notifications
 */
export async function remindOfUpdates(services: Services): Promise<void> {
  const now = services.clock();
  const context: ReadContext = { actor: undefined, db: services.database.read, now, services };
  let after = "";
  while (true) {
    const ids = await underWay(context, after);
    if ((await dueAmong(context, ids)).length > 0) await remind(services, ids, now);
    if (ids.length < SLICE) return;
    after = ids.at(-1)!;
  }
}

async function remind(services: Services, ids: readonly string[], now: Date): Promise<void> {
  await services.database.write(async (tx, beforeCommit) => {
    const context: WriteContext = {
      actor: undefined,
      db: tx,
      tx,
      now,
      services,
      act: {},
      beforeCommit,
      afterCommit() {},
    };
    for (const { id, workspace_id, lead_id, times } of await dueAmong(context, ids)) {
      await deliverNotification(context, {
        workspaceId: workspace_id,
        recipientIds: [lead_id],
        kind: "reminder",
        subject: { kind: "project", id },
        actorId: null,
        data: { to: times + 1 < TIMES ? "first" : "last" },
      });
    }
  });
  services.committed();
}

async function underWay({ db }: ReadContext, after: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from projects where status = 'active' and archived_at is null
      and lead_id is not null and id > ${after} order by id limit ${sql.lit(SLICE)}`.execute(db);
  return rows.map(({ id }) => id);
}

async function dueAmong({ db, now }: ReadContext, ids: readonly string[]): Promise<Due[]> {
  const before = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000).toISOString();
  const { rows } = await sql<Due>`
    select late.*, count(told.id) as times from (
      select o.id, o.workspace_id, o.lead_id, w.time_zone, coalesce((
          select u.created_at from project_updates u where u.project_id = o.id
          order by u.id desc limit 1), o.created_at) as since
      from json_each(${JSON.stringify(ids)}) j
      cross join projects o on o.id = j.value
      join workspaces w on w.id = o.workspace_id
      where o.status = 'active' and o.archived_at is null) late
    join profiles p on p.id = late.lead_id and p.suspended_at is null
    join users person on person.id = p.user_id and ${channelOf("person", "reminder")} <> 'off'
    left join notifications told on told.recipient_id = late.lead_id
      and told.subject_id = late.id and told.kind = 'reminder' and told.created_at > late.since
    where late.since <= ${before(STALE_DAYS)} and ${seesProject(sql`late.id`)}
    group by late.id
    having times < ${sql.lit(TIMES)} and (times = 0 or max(told.created_at) <= ${
    before(AGAIN_DAYS)
  })`.execute(db);
  return rows.filter(({ time_zone }) => isWorkingHour(now, time_zone));
}

/** @param timeZone the workspace's IANA time zone: `Europe/Berlin` */
function isWorkingHour(now: Date, timeZone: string): boolean {
  const { dayOfWeek, hour } = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone);
  return dayOfWeek <= 5 && hour >= FROM && hour < UNTIL;
}
