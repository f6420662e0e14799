import { sql } from "kysely";
import type { z } from "zod";
import type { Member } from "../actor.ts";
import { invalidField, NotFound } from "../errors.ts";
import { taskLabels } from "../labels/kinds.ts";
import { resolveLabels } from "../labels/resolve.ts";
import type { Db } from "../operation.ts";
import { resolveAssignee } from "../tasks/references.ts";
import { priorities } from "../tasks/schema.ts";
import { locateTeam } from "../teams/locate.ts";
import type { TaskTemplateCreate } from "./schema.ts";

type Filling = Partial<z.output<typeof TaskTemplateCreate>>;

/**
 * What a template stores of the fields that are named.
 * @param teamId the team that it is for until now
 * @throws Invalid for a team, assignee or label that doesn't exist
 */
export async function templateColumns(
  tx: Db,
  actor: Member,
  fields: Filling,
  teamId: string | null,
): Promise<Record<string, string | number | null>> {
  const team = fields.teamId === undefined ? teamId : await resolveTeam(tx, actor, fields.teamId);
  const columns: Record<string, string | number | null | undefined> = {
    name: fields.name,
    team_id: fields.teamId === undefined ? undefined : team,
    title: fields.title,
    description: fields.description,
    status: fields.status,
    priority: fields.priority && priorities.indexOf(fields.priority),
  };
  if (fields.assigneeId !== undefined) {
    columns.assignee_id = await resolvePerson(tx, actor, team, fields.assigneeId);
  }
  if (fields.tags) {
    const labels = await resolveLabels(tx, actor, taskLabels, fields.tags);
    columns.label_ids = JSON.stringify(labels.map(({ id }) => id));
  }
  const named = Object.entries(columns).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as Record<string, string | number | null>;
}

async function resolveTeam(tx: Db, actor: Member, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const team = await locateTeam(tx, actor, id).catch((error) => {
    if (!(error instanceof NotFound)) throw error;
    throw invalidField("teamId", `There is no team ${id} here.`, { code: "unknown_team" });
  });
  return team.id;
}

async function resolvePerson(tx: Db, actor: Member, teamId: string | null, given: string | null) {
  if (given === null) return null;
  if (teamId) return (await resolveAssignee(tx, actor, teamId, given)).id;
  const id = given === "me" ? actor.profile.id : given;
  const { rows } = await sql`
    select 1 from profiles where id = ${id} and workspace_id = ${actor.workspace.id}
      and removed_at is null`.execute(tx);
  if (rows.length > 0) return id;
  throw invalidField("assigneeId", `There is nobody ${given} here.`, { code: "unknown_assignee" });
}
