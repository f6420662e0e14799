import { sql } from "kysely";
import type { Database } from "../../server/database/open.ts";

/** How many people, teams and labels of each kind a workspace has. */
export interface Crowd {
  people: number;
  teams: number;
  labels: number;
}

/** A workspace of many people, beside the demo's own, which has 14 people, 5 teams and 9 labels of tasks. */
export const manyPeople: Crowd = { people: 200, teams: 40, labels: 300 };

/** Has so many people, each in three teams, one of which they all are in; so many teams, and labels of both kinds. */
export async function stockPeople(
  { read: db }: Database,
  { workspaceId, teamId }: { workspaceId: string; teamId: string },
  { people, teams, labels }: Crowd,
): Promise<void> {
  const at = sql`strftime('%Y-%m-%dT%H:%M:%fZ')`;
  const numbers = (table: string, to: number) =>
    sql`with recursive n(at) as (
      select count(*) from ${sql.table(table)} where workspace_id = ${workspaceId}
      union all select at + 1 from n where at + 1 < ${to})`;
  await sql`${numbers("teams", teams)}
    insert into teams (id, workspace_id, key, name, description, workflow_id, created_at)
    select 'team_01' || lower(hex(randomblob(12))), ${workspaceId}, printf('ST%d', n.at),
      printf('Stocked team %03d', n.at), 'Looks after what the bench needs.', workflow_id, ${at}
    from n, teams t where t.id = ${teamId}`.execute(db);
  await sql`${numbers("profiles", people)}
    insert into users (id, email, name, created_at)
    select 'user_01' || lower(hex(randomblob(12))), printf('stocked%03d@example.com', at),
      printf('Stocked person %03d', at), ${at} from n`.execute(db);
  await sql`
    insert into profiles
      (id, workspace_id, user_id, kind, role, name, username, title, created_at)
    select 'prof_01' || lower(hex(randomblob(12))), ${workspaceId}, id, 'human', 'member', name,
      substr(email, 1, instr(email, '@') - 1), 'Engineer', created_at
    from users where email like 'stocked%'`.execute(db);
  await sql`insert or ignore into team_members (team_id, profile_id, role, created_at)
    select ${teamId}, id, 'member', ${at} from profiles
    where workspace_id = ${workspaceId} and kind = 'human'`.execute(db);
  await sql`insert or ignore into team_members (team_id, profile_id, role, created_at)
    select t.id, p.id, 'member', ${at} from profiles p join teams t
    on t.workspace_id = p.workspace_id
      and t.key in (printf('ST%d', 10 + substr(p.username, 8) % 15),
        printf('ST%d', 25 + substr(p.username, 8) % 15))
    where p.workspace_id = ${workspaceId} and p.username like 'stocked%'`.execute(db);
  for (const [table, prefix] of [["task_labels", "label"], ["project_labels", "plabel"]] as const) {
    await sql`${numbers(table, labels)}
      insert into ${sql.table(table)} (id, workspace_id, name, name_key, color, created_at)
      select ${`${prefix}_01`} || lower(hex(randomblob(12))), ${workspaceId},
        printf('Stocked label %03d', at), printf('stocked label %03d', at), 'blue', ${at}
      from n`.execute(db);
  }
}
