import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import type { Named } from "../refs/named.ts";
import { andUnhidden } from "../visibility/teams.ts";

/**
 * Returns a project's links that a patch replaces: its visible active teams, current members, and labels. Hidden links
 * stay.
 */
export async function linked(
  { db, actor }: ReadContext<Member>,
  kind: "teams" | "members" | "labels",
  projectId: string,
): Promise<Named[]> {
  const from = {
    teams: sql`project_teams k join teams o on o.id = k.team_id and o.archived_at is null
      where k.project_id = ${projectId} ${andUnhidden(actor, "k.team_id")}`,
    members: sql`project_members k join profiles o on o.id = k.profile_id and o.removed_at is null
      where k.project_id = ${projectId}`,
    labels: sql`project_label_links k join project_labels o on o.id = k.label_id
      where k.project_id = ${projectId}`,
  }[kind];
  const { rows } = await sql<Named>`
    select o.id, o.name from ${from} order by o.name collate nocase`.execute(db);
  return rows;
}

/** Links a project to records, and unlinks it from others. */
export async function relink(
  { tx }: WriteContext,
  kind: "teams" | "members" | "labels",
  projectId: string,
  { add, remove }: { add: Named[]; remove: Named[] },
): Promise<void> {
  const [table, column] = columns[kind];
  for (const { id } of remove) {
    await sql`delete from ${table} where project_id = ${projectId} and ${column} = ${id}`
      .execute(tx);
  }
  for (const { id } of add) {
    await sql`insert into ${table} (project_id, ${column}) values (${projectId}, ${id})
      on conflict do nothing`.execute(tx);
  }
}

const columns = {
  teams: [sql.table("project_teams"), sql.ref("team_id")],
  members: [sql.table("project_members"), sql.ref("profile_id")],
  labels: [sql.table("project_label_links"), sql.ref("label_id")],
} as const;
