import type { Selectable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Member } from "../core/actor.ts";
import { findOnlyByName } from "../core/called.ts";
import { NotFound } from "../core/errors.ts";
import { nameKey } from "../core/name_key.ts";
import type { ReadContext } from "../core/operation.ts";

export type StoredTemplate = Selectable<Tables["task_templates"]>;

/**
 * Returns a visible template, archived or not.
 * @param word an ID or a name
 * @throws NotFound if there is none, if it belongs to a hidden team, or if several have the name
 */
export async function locateTaskTemplate(
  { db, actor }: ReadContext<Member>,
  word: string,
): Promise<StoredTemplate> {
  const all = db.selectFrom("task_templates").selectAll()
    .where("workspace_id", "=", actor.workspace.id);
  const isId = word.startsWith("tmpl_");
  const named = isId ? all.where("id", "=", word) : all.where("name_key", "=", nameKey(word));
  const seen = (await named.execute())
    .filter(({ team_id }) => team_id === null || !actor.hiddenTeamIds.includes(team_id));
  const found = isId ? seen[0] : findOnlyByName(word, seen, ({ id }) => id);
  if (found) return found;
  throw new NotFound(`Task template ${word} not found.`);
}
