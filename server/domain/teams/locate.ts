import type { Member } from "../actor.ts";
import { NotFound } from "../errors.ts";
import type { Db } from "../operation.ts";

/** A team, as operations on its tasks need it. */
export interface StoredTeam {
  id: string;
  key: string;
  name: string;
  workflow_id: string;
}

/**
 * A team that the actor may see.
 * @param idOrKey `team_…` or its key, `ENG`
 * @throws NotFound when there is none, it is archived, or it is private and not theirs
 */
export async function locateTeam(db: Db, actor: Member, idOrKey: string): Promise<StoredTeam> {
  const byId = idOrKey.startsWith("team_");
  const team = await db.selectFrom("teams").select(["id", "key", "name", "workflow_id"])
    .where("workspace_id", "=", actor.workspace.id)
    .where(byId ? "id" : "key", "=", byId ? idOrKey : idOrKey.toUpperCase())
    .where("archived_at", "is", null)
    .executeTakeFirst();
  if (!team || actor.hiddenTeamIds.includes(team.id)) {
    throw new NotFound(`There is no team ${idOrKey} here.`);
  }
  return team;
}
