import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";

/**
 * The condition that a team isn't hidden from an actor, for a list of conditions; none where no team is hidden.
 * @param teamId a column of the calling query, in SQL text; `teamOrNone` of one that may be null
 */
export function unhidden(actor: Member, teamId: string): RawBuilder<unknown>[] {
  return actor.hiddenTeamIds.length === 0 ? [] : [notHidden(actor, teamId)];
}

/** The same as a further condition, its `and` included; nothing where no team is hidden. */
export function andUnhidden(actor: Member, teamId: string): RawBuilder<unknown> {
  return actor.hiddenTeamIds.length === 0 ? sql`` : notHidden(actor, `and ${teamId}`);
}

function notHidden({ hiddenTeamIds }: Member, teamId: string): RawBuilder<unknown> {
  return sql`${sql.raw(teamId)} not in (${sql.join([...hiddenTeamIds])})`;
}

/** The condition that a team is hidden from an actor from whom some are. */
export function isHidden({ hiddenTeamIds }: Member, teamId: string): RawBuilder<unknown> {
  return sql`${sql.raw(teamId)} in (${sql.join([...hiddenTeamIds])})`;
}

/** The team of what may be of none, in SQL text: what is of no team is hidden from nobody. */
export function teamOrNone(column: string): string {
  return `coalesce(${column}, '')`;
}
