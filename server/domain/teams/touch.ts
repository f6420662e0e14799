import { sql } from "kysely";
import { reviseWorkspace } from "../change/revise.ts";
import type { Member } from "../core/actor.ts";
import type { WriteContext } from "../core/operation.ts";

/** A changed membership. */
export interface Membership {
  team_id: string;
  profile_id: string;
}

/**
 * Updates the versions of teams and profiles after memberships changed. If a team is private, visibility changed too,
 * so all ETags are renewed.
 */
export async function touchMemberships(
  context: WriteContext<Member>,
  memberships: readonly Membership[],
): Promise<void> {
  const { tx } = context;
  const touch = async (table: "teams" | "profiles", ids: string[]) =>
    await sql`update ${sql.table(table)} set version = version + 1
      where id in (select value from json_each(${JSON.stringify(ids)}))`.execute(tx);
  const teamIds = memberships.map(({ team_id }) => team_id);
  await touch("teams", teamIds);
  await touch("profiles", memberships.map(({ profile_id }) => profile_id));
  const { rows } = await sql`select 1 from teams where private = 1
    and id in (select value from json_each(${JSON.stringify(teamIds)})) limit 1`.execute(tx);
  if (rows.length > 0) await reviseWorkspace(context);
}
