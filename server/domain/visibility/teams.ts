import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";

/**
 * Returns the condition that a team isn't hidden from an actor, or none without hidden teams.
 * @param teamId a column of the calling query, as SQL; `teamOrNone` for one that can be null
 */
export function unhidden(actor: Member, teamId: string): RawBuilder<unknown>[] {
  return actor.hiddenTeamIds.length === 0 ? [] : [notHidden(actor, teamId)];
}

/** Returns the same condition with `and`, or nothing without hidden teams. */
export function andUnhidden(actor: Member, teamId: string): RawBuilder<unknown> {
  return actor.hiddenTeamIds.length === 0 ? sql`` : notHidden(actor, `and ${teamId}`);
}

function notHidden({ hiddenTeamIds }: Member, teamId: string): RawBuilder<unknown> {
  return sql`${sql.raw(teamId)} not in (${sql.join([...hiddenTeamIds])})`;
}

/** Returns the condition that a team is hidden from an actor with hidden teams. */
export function isHidden({ hiddenTeamIds }: Member, teamId: string): RawBuilder<unknown> {
  return sql`${sql.raw(teamId)} in (${sql.join([...hiddenTeamIds])})`;
}

/** Returns the SQL for a team that can be null. Records without a team are hidden from nobody. */
export function teamOrNone(column: string): string {
  return `coalesce(${column}, '')`;
}
