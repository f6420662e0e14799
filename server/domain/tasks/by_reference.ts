import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import { andUnhidden } from "../visibility/teams.ts";
import type { TaskStatus } from "../vocabulary.ts";

/** A task whose reference is in a text. */
export interface NamedTask {
  id: string;
  reference: string;
  title: string;
  status: TaskStatus;
}

/**
 * Finds the visible tasks of references. Former references of moved tasks and of teams with a changed key work too.
 * @param references the references as written, such as `ENG-12`
 */
export async function tasksByReference(
  { db, actor }: ReadContext<Member>,
  references: readonly string[],
): Promise<Map<string, NamedTask>> {
  if (references.length === 0) return new Map();
  const asked = [...new Set(references)].map((reference) => {
    const [key, number] = reference.split("-");
    return { reference, key, number: Number(number) };
  });
  const { rows } = await sql<NamedTask & { asked: string }>`
    with asked as (
      select value ->> 'reference' as reference, value ->> 'key' as key, value ->> 'number' as number
      from json_each(${JSON.stringify(asked)})),
    found as (
      select a.reference, t.id, 0 as former from asked a
      cross join teams m on m.workspace_id = ${actor.workspace.id} and m.key = a.key
      cross join tasks t on t.team_id = m.id and t.number = a.number
      union all
      select a.reference, t.id, 1 from asked a
      cross join team_former_keys k on k.workspace_id = ${actor.workspace.id} and k.key = a.key
      cross join tasks t on t.team_id = k.team_id and t.number = a.number
      union all
      select a.reference, f.task_id, 1 from asked a
      cross join task_former_references f
        on f.workspace_id = ${actor.workspace.id} and f.reference = a.reference)
    select found.reference as asked, t.id, team.key || '-' || t.number as reference, t.title, t.status
    from found cross join tasks t on t.id = found.id ${andUnhidden(actor, "t.team_id")}
    join teams team on team.id = t.team_id order by found.former desc`.execute(db);
  return new Map(rows.map(({ asked, ...task }) => [asked, task]));
}
