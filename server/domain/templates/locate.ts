import { type Selectable, sql } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Member } from "../actor.ts";
import { Conflict, NotFound } from "../errors.ts";
import type { Db } from "../operation.ts";

export type StoredTemplate = Selectable<Tables["task_templates"]>;

/**
 * A template that the actor may see, archived or not.
 * @throws NotFound when there is none, or it is for a private team that isn't theirs
 */
export async function locateTemplate(db: Db, actor: Member, id: string): Promise<StoredTemplate> {
  const template = await db.selectFrom("task_templates").selectAll()
    .where("id", "=", id).where("workspace_id", "=", actor.workspace.id).executeTakeFirst();
  const hidden = template?.team_id && actor.hiddenTeamIds.includes(template.team_id);
  if (template && !hidden) return template;
  throw new NotFound(`There is no task template ${id} here.`);
}

/** @throws Conflict when another template that isn't archived has the name, in any case */
export async function requireFreeName(tx: Db, actor: Member, name: string, ownId = "") {
  const { rows } = await sql`
    select 1 from task_templates where workspace_id = ${actor.workspace.id}
      and name = ${name} collate nocase and archived_at is null and id <> ${ownId}`.execute(tx);
  if (rows.length === 0) return;
  throw new Conflict(`There is a task template called ${name} already.`, {
    code: "template_exists",
    hint: "Choose another name, or change the one that is there.",
  });
}
