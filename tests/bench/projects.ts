import { sql } from "kysely";
import type { Database } from "../../server/database/open.ts";

/**
 * Has many projects: nine of ten with days around today, each third waiting for the one before it, each
 * eighth led by one person, who sees the roadmap for it. Tasks that are in no project go into them.
 * @param leadId the profile of that person, in whose workspace they are
 * @param today `2026-12-03`
 */
export async function stockProjects(
  { read: db }: Database,
  count: number,
  leadId: string,
  today = "now",
): Promise<void> {
  await sql`
    with recursive n(at) as (select 0 union all select at + 1 from n where at + 1 < ${count})
    insert into projects (id, workspace_id, key, name, summary, lead_id, creator_id, priority,
      status, status_source, start_date, target_date, created_at, updated_at)
    select 'proj_01' || lower(hex(randomblob(12))), p.workspace_id, printf('S%d', at),
      printf('Stocked project %d', at), 'Made for the bench.', iif(at % 8 = 0, p.id, null), p.id,
      at % 5, case at % 3 when 0 then 'planned' when 1 then 'active' else 'backlog' end, 'override',
      iif(at % 10 = 9, null, date(${today}, printf('%+d days', at * 7 % 500 - 60))),
      iif(at % 10 = 9, null, date(${today}, printf('%+d days', at * 7 % 500 - 20))),
      strftime('%Y-%m-%dT%H:%M:%fZ'), strftime('%Y-%m-%dT%H:%M:%fZ')
    from n, profiles p where p.id = ${leadId}`.execute(db);
  await sql`
    insert into project_dependencies (project_id, blocker_id, created_at)
    select p.id, o.id, p.created_at from projects p join projects o
    on o.workspace_id = p.workspace_id and o.key = printf('S%d', substr(p.key, 2) - 1)
    where p.name = printf('Stocked project %d', substr(p.key, 2))
      and substr(p.key, 2) % 3 = 0`.execute(db);
  await sql`
    update tasks set project_id = (
      select id from projects p where p.workspace_id = tasks.workspace_id
        and p.key = printf('S%d', tasks.seq % ${count}))
    where project_id is null and draft = 0`.execute(db);
}
