import { type Selectable, sql } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Member } from "../core/actor.ts";
import { NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import type { Milestone } from "../projects/schema.ts";
import { type Json, parseJson } from "../core/json.ts";
import { milestoneJson } from "./record.ts";

export type StoredMilestone = Selectable<Tables["milestones"]>;

/** Returns a project's milestone, archived or not. @throws NotFound if the project has none with this ID */
export async function locateMilestone(
  { db }: ReadContext,
  projectId: string,
  milestoneId: string,
): Promise<StoredMilestone> {
  const milestone = await db.selectFrom("milestones").selectAll()
    .where("id", "=", milestoneId).where("project_id", "=", projectId).executeTakeFirst();
  if (!milestone) throw new NotFound(`Milestone ${milestoneId} not found in this project.`);
  return milestone;
}

/** Reads an existing milestone as every interface returns it. */
export async function readMilestone(
  { db, actor }: ReadContext<Member>,
  id: string,
): Promise<Milestone> {
  const { rows } = await sql<{ json: Json<Milestone> }>`
    select ${milestoneJson(actor)} as json from milestones m where m.id = ${id}`.execute(db);
  return parseJson(rows[0]!.json);
}
