import type { Selectable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Member } from "../core/actor.ts";
import { NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";

export type StoredTemplate = Selectable<Tables["task_templates"]>;

/**
 * A template that the actor may see, archived or not.
 * @throws NotFound when there is none, or it is for a private team that isn't theirs
 */
export async function locateTaskTemplate(
  { db, actor }: ReadContext<Member>,
  id: string,
): Promise<StoredTemplate> {
  const template = await db.selectFrom("task_templates").selectAll()
    .where("id", "=", id).where("workspace_id", "=", actor.workspace.id).executeTakeFirst();
  const hidden = template?.team_id && actor.hiddenTeamIds.includes(template.team_id);
  if (template && !hidden) return template;
  throw new NotFound(`There is no task template ${id} here.`);
}
