import type { Selectable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { sql } from "kysely";
import { isTaskWriter, type Member } from "../core/actor.ts";
import { Conflict, Forbidden, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import type { Json } from "../core/json.ts";

/** `ENG-123`, in any case. */
const REFERENCE = /^([a-z][a-z0-9]{0,9})-(\d{1,9})$/i;

/** The stored task, with the data that operations need. */
export interface StoredTask extends Omit<Selectable<Tables["tasks"]>, "seq"> {
  /** Its labels by name. */
  labels: Json<{ id: string; name: string }[]>;
  /** The name of the task's team if the team is archived, otherwise null. */
  archived_team: string | null;
}

/** The name of an archived team for a task of `tasks as t`. */
export const archivedTeam = sql<
  string | null
>`(select m.name from teams m where m.id = t.team_id and m.archived_at is not null)`;

/** A stored task's columns, from `tasks as t`. */
const stored = sql`t.*, (select json_group_array(json_object('id', l.id, 'name', l.name)
    order by l.name collate nocase)
  from task_label_links k join task_labels l on l.id = k.label_id where k.task_id = t.id) as labels,
  ${archivedTeam} as archived_team`;

/**
 * Returns the ID of a visible task, archived or not.
 * @param idOrReference `task_…` or `ENG-123`; former references work too
 * @throws NotFound if the task doesn't exist or the actor can't see it
 */
export async function locateTask(
  context: ReadContext<Member>,
  idOrReference: string,
): Promise<StoredTask> {
  const reference = REFERENCE.exec(idOrReference);
  const { rows } = reference
    ? await byReference(context, reference[1]!.toUpperCase(), Number(reference[2]))
    : await byId(context, idOrReference);
  const task = rows[0];
  if (!task || context.actor.hiddenTeamIds.includes(task.team_id)) throw noSuchTask(idOrReference);
  return task;
}

function byId({ db, actor }: ReadContext<Member>, id: string) {
  return sql<StoredTask>`
    select ${stored} from tasks t
    where t.id = ${id} and t.workspace_id = ${actor.workspace.id} limit 1`.execute(db);
}

async function byReference({ db, actor }: ReadContext<Member>, key: string, number: number) {
  const found = await sql<StoredTask>`
    select ${stored} from teams m join tasks t on t.team_id = m.id and t.number = ${number}
    where m.workspace_id = ${actor.workspace.id} and m.key = ${key}`.execute(db);
  if (found.rows.length > 0) return found;
  return await sql<StoredTask>`
    select ${stored} from team_former_keys k join tasks t on t.team_id = k.team_id and t.number = ${number}
    where k.workspace_id = ${actor.workspace.id} and k.key = ${key}
    union all
    select ${stored} from task_former_references f join tasks t on t.id = f.task_id
    where f.workspace_id = ${actor.workspace.id} and f.reference = ${`${key}-${number}`}
    limit 1`.execute(db);
}

export function noSuchTask(idOrReference: string): NotFound {
  return new NotFound(`Task ${idOrReference} not found.`);
}

/** @throws Forbidden unless the actor can change tasks of this team */
export function requireTaskWriter(actor: Member, teamId: string): void {
  if (isTaskWriter(actor, teamId)) return;
  throw new Forbidden(
    "Only owners, admins, and this team's leads and members can change its tasks.",
    { code: "not_task_writer", hint: writerHint(actor) },
  );
}

/** Returns whom to ask for a role in a team. Leads can't change an agent's role, because it applies to all its teams. */
export function writerHint({ kind }: Pick<Member, "kind">): string {
  return kind === "automation"
    ? "Ask an owner or admin to check the automation's teams, and the agent's role and teams."
    : "Ask a lead of the team to add you as a member.";
}

/** The values that show whether a task or its team is archived. */
type Shelved = Pick<StoredTask, "archived_at" | "archived_team">;

/**
 * Checks that a task and its parts can be changed. Archived tasks and teams must be restored first.
 * @throws Conflict if one of them is archived
 */
export function requireChangeable(task: Shelved): void {
  if (task.archived_at !== null) {
    throw new Conflict("This task is archived, so it can't be changed.", {
      code: "task_archived",
      hint: "Restore the task first, then repeat your change.",
    });
  }
  requireUnarchivedTeamOf(task);
}

/** @throws Conflict if the task's team is archived */
export function requireUnarchivedTeamOf({ archived_team }: Shelved): void {
  if (archived_team === null) return;
  throw new Conflict(`The team ${archived_team} and its tasks are archived.`, {
    code: "team_archived",
    hint: "Ask an owner or admin to restore the team first.",
  });
}
