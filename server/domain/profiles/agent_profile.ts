import type { Member } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import type { WriteContext } from "../core/operation.ts";
import { reviseWorkspace } from "../change/revise.ts";
import { freeUsername } from "./username.ts";

/**
 * Adds a profile that isn't a person's. It can be mentioned, assigned to tasks, and named as an author. Returns its ID.
 */
export async function addAgentProfile(
  context: WriteContext<Member>,
  name: string,
): Promise<string> {
  const { tx, actor, now } = context;
  const workspaceId = actor.workspace.id;
  const id = newId("prof", now);
  await tx.insertInto("profiles").values({
    id,
    workspace_id: workspaceId,
    user_id: null,
    kind: "agent",
    role: null,
    name,
    username: await freeUsername(context, workspaceId, name, "agent"),
    title: null,
    bio: null,
    created_at: now.toISOString(),
    removed_at: null,
  }).execute();
  return id;
}

/**
 * Renames an agent's profile. Its username stays, so that earlier mentions still work. The workspace gets a new
 * revision, because task records show the name.
 */
export async function renameAgentProfile(
  context: WriteContext<Member>,
  profileId: string,
  name: string,
): Promise<void> {
  await context.tx.updateTable("profiles").set((e) => ({ name, version: e("version", "+", 1) }))
    .where("id", "=", profileId).execute();
  await reviseWorkspace(context);
}
