import { type Member, scopes } from "../../../server/domain/core/actor.ts";
import type { ReadDb } from "../../../server/domain/core/operation.ts";
import { firstPreferences } from "../../../server/domain/preferences/schema.ts";
import { badValue } from "../../failure.ts";
import { namedWorkspace } from "../named_workspace.ts";

/**
 * Returns the importing person as an actor: the owner or admin with this email, or the first owner.
 * @throws Failure if there is no such workspace or person
 */
export async function importerOf(
  db: ReadDb,
  { workspace: named, by }: { workspace: string; by: string | undefined },
): Promise<Member> {
  const { id: workspaceId } = await namedWorkspace(db, named);
  const workspace = await db.selectFrom("workspaces").select([
    "id",
    "name",
    "time_zone as timeZone",
    "revision",
  ]).where("id", "=", workspaceId).executeTakeFirstOrThrow();
  const people = await db.selectFrom("profiles as p").innerJoin("users as u", "u.id", "p.user_id")
    .select(["p.id", "p.name", "p.username", "p.color", "p.role", "u.id as userId", "u.email"])
    .where("p.workspace_id", "=", workspaceId).where("p.removed_at", "is", null)
    .where("p.suspended_at", "is", null).orderBy("p.created_at").orderBy("p.id").execute();
  const person = by === undefined
    ? people.find(({ role }) => role === "owner")
    : people.find(({ email, role }) => email === by.toLowerCase() && role !== "member");
  if (!person) {
    throw badValue(
      by === undefined
        ? `The workspace ${workspace.name} has no active owner. Choose an owner or admin with --by.`
        : `${by} isn't an owner or admin of ${workspace.name}.`,
    );
  }
  const { id, name, username, color, role, userId, email } = person;
  return {
    kind: "human",
    interface: "cli",
    credential: { kind: "session", id: "import", scopes: new Set(scopes) },
    userId,
    email,
    name,
    preferences: firstPreferences,
    activeWorkspaceId: workspaceId,
    workspace,
    profile: { id, name, username, color },
    role: role!,
    teams: new Map(),
    hiddenTeamIds: [],
  };
}
