import { sql } from "kysely";
import { isManager, managerRoles, type Member } from "../core/actor.ts";
import { Conflict, Forbidden } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import type { StoredProject } from "./locate.ts";

/** Returns whether the actor is a manager or the project's current lead. `RULES.md`, Permissions */
export function canWriteProject(actor: Member, project: Pick<StoredProject, "lead_id">): boolean {
  return isManager(actor) || project.lead_id === actor.profile.id;
}

/** @throws Forbidden unless the actor is a manager or the project's current lead. `RULES.md`, Permissions */
export function requireProjectWriter(actor: Member, project: StoredProject): void {
  if (canWriteProject(actor, project)) return;
  throw new Forbidden("Only owners, admins, and the project's lead can change the project.", {
    code: "not_project_writer",
    hint: "Ask the project's lead, or ask an owner or admin to make you the lead.",
  });
}

/** @throws Conflict if the project is archived */
export function requireUnarchived(project: StoredProject): void {
  if (project.archived_at === null) return;
  throw new Conflict("This project is archived.", {
    code: "project_archived",
    hint: "Restore the project, then repeat your change.",
  });
}

/** @throws Forbidden unless the actor is a manager or the lead of any project. `RULES.md`, Permissions */
export async function requireRoadmapViewer(context: ReadContext<Member>): Promise<void> {
  if (await isRoadmapViewer(context)) return;
  throw new Forbidden("Only owners, admins, and project leads can see the roadmap.", {
    code: "not_roadmap_viewer",
    hint: `Ask ${await someManagers(context)} to make you the lead of a project.`,
  });
}

/** The maximum number of names, because asking one person is enough. */
const MOST_NAMED = 3;

/** Returns the names of some managers, whom every member can see. */
async function someManagers({ db, actor }: ReadContext<Member>): Promise<string> {
  const managers = await db.selectFrom("profiles").select("name")
    .where("workspace_id", "=", actor.workspace.id)
    .where("removed_at", "is", null).where("suspended_at", "is", null)
    .where("kind", "=", "human").where("role", "in", managerRoles)
    .orderBy(sql`name collate nocase`).limit(MOST_NAMED).execute();
  return new Intl.ListFormat("en", { type: "disjunction" })
    .format(managers.map(({ name }) => name));
}

/** Returns whether a member can see the roadmap, so that pages link to it. */
export async function isRoadmapViewer({ db, actor }: ReadContext<Member>): Promise<boolean> {
  if (isManager(actor)) return true;
  const led = await db.selectFrom("projects").select("id")
    .where("lead_id", "=", actor.profile.id).where("archived_at", "is", null)
    .limit(1).executeTakeFirst();
  return led !== undefined;
}
