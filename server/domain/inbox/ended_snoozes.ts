import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { minuteOf } from "../core/minute.ts";
import type { ReadContext } from "../core/operation.ts";
import type { News } from "../live/topics.ts";
import { recipients, shownAt } from "./visible_entries.ts";

const startOf = (minute: number) => new Date(minute * 60_000).toISOString();

/**
 * Returns the members with snoozes that have ended since a minute, for news of their inboxes.
 * @param since the last minute that was checked
 */
export async function readEndedSnoozes(
  { db, now }: ReadContext,
  members: readonly Member[],
  since: number,
): Promise<News[]> {
  const until = minuteOf(now);
  if (since >= until || members.length === 0) return [];
  const ids = JSON.stringify([...new Set(members.flatMap(recipients))]);
  const at = sql.raw(shownAt);
  const { rows } = await sql<{ id: string }>`
    select distinct n.recipient_id as id from notifications n
    where n.recipient_id in (select value from json_each(${ids}))
      and n.latest = 1 and n.archived_at is null and n.snoozed_until is not null
      and ${at} > ${startOf(since)} and ${at} <= ${startOf(until)}`.execute(db);
  return rows.map(({ id }) => ({ topic: "inbox", workspaceId: null, seeing: [], only: id }));
}
