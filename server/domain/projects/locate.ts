import { type Selectable, sql } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Member } from "../core/actor.ts";
import { findOnlyByName, maybeCalled } from "../core/called.ts";
import { NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { visibleProject } from "../visibility/projects.ts";

/** The stored project, with the data that operations need. */
export type StoredProject = Selectable<Tables["projects"]>;

/**
 * Returns a visible project, archived or not.
 * @param idOrKey `proj_…`, or its key, `WEB`, in any case; former keys and the name work too
 * @throws NotFound if it doesn't exist or the actor can't see it
 */
export async function locateProject(
  context: ReadContext<Member>,
  idOrKey: string,
): Promise<StoredProject> {
  const project = idOrKey.startsWith("proj_")
    ? await first(context, "id", idOrKey)
    : await byKey(context, idOrKey.toUpperCase()) ?? await byName(context, idOrKey);
  if (!project) throw noSuchProject(idOrKey);
  return project;
}

/** Returns only a project's ID, which is enough for lists. @throws errors of `locateProject` */
export async function locateProjectId(
  context: ReadContext<Member>,
  idOrKey: string,
): Promise<string> {
  if (!idOrKey.startsWith("proj_")) return (await locateProject(context, idOrKey)).id;
  const { db, actor } = context;
  const { rows } = await sql<{ id: string }>`
    select p.id from projects p
    where p.id = ${idOrKey} and p.workspace_id = ${actor.workspace.id}
      and ${visibleProject(actor, "p")} limit 1`.execute(db);
  if (!rows[0]) throw noSuchProject(idOrKey);
  return rows[0].id;
}

async function byKey(context: ReadContext<Member>, key: string) {
  const { db, actor } = context;
  const found = await first(context, "key", key);
  if (found) return found;
  const former = await db.selectFrom("project_former_keys").select("project_id")
    .where("workspace_id", "=", actor.workspace.id).where("key", "=", key).executeTakeFirst();
  return former && await first(context, "id", former.project_id);
}

async function byName(context: ReadContext<Member>, name: string) {
  const { db, actor } = context;
  const { rows } = await sql<Pick<StoredProject, "id" | "key" | "name" | "archived_at">>`
    select p.id, p.key, p.name, p.archived_at from projects p
    where p.workspace_id = ${actor.workspace.id} and ${maybeCalled("p.name", name)}
      and ${visibleProject(actor, "p")}`.execute(db);
  const found = findOnlyByName(name, rows, ({ key }) => key);
  return found && await first(context, "id", found.id);
}

async function first({ db, actor }: ReadContext<Member>, column: "id" | "key", value: string) {
  const { rows } = await sql<StoredProject>`
    select p.* from projects p
    where ${sql.ref(`p.${column}`)} = ${value} and p.workspace_id = ${actor.workspace.id}
      and ${visibleProject(actor, "p")} limit 1`.execute(db);
  return rows[0];
}

/** Returns whether an actor can see a project of their workspace. */
export async function canSeeProject(context: ReadContext<Member>, id: string): Promise<boolean> {
  return context.actor.hiddenTeamIds.length === 0 || await first(context, "id", id) !== undefined;
}

export function noSuchProject(idOrKey: string): NotFound {
  return new NotFound(`Project ${idOrKey} not found.`);
}

/** Returns the project's part of an ETag, which includes changes by people and by its tasks. */
export function projectVersion(project: { version: number; progress_version: number }): string {
  return `${project.version}.${project.progress_version}`;
}
