import { sql } from "kysely";
import { z } from "zod";
import { auditDeletion } from "../audit/write.ts";
import type { Member } from "../core/actor.ts";
import { Forbidden } from "../core/errors.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { requireVersion, seenVersion } from "../core/versioned.ts";
import { archiveSubject } from "../side_effects/archive_subject.ts";
import { withdrawInvitationMail } from "../side_effects/invitation_mail.ts";
import { canEnter } from "../visibility/people.ts";
import { requireTypedName, typedName } from "./typed_name.ts";

/** A deleted workspace. */
export interface DeletedWorkspace {
  id: string;
  name: string;
}

/**
 * Deletes the workspace permanently after its name was typed. From the next request on, nobody can open it: people
 * switch to another workspace, its automations' secrets are invalid, its invitations are revoked, and its open pages
 * are informed. `eraseWorkspaces` then erases its data in slices. The installation's audit log keeps who deleted it.
 * @throws Forbidden unless an owner who is signed in; Stale; Invalid for another name
 */
export const deleteWorkspace = operation({
  name: "workspaces.delete",
  scope: null,
  input: z.strictObject({ name: typedName, version: seenVersion }),
  async run(context, { name, version }): Promise<DeletedWorkspace> {
    const { tx, actor, now } = context;
    requireOwner(actor);
    const workspace = await tx.selectFrom("workspaces").select(["id", "name", "version"])
      .where("id", "=", actor.workspace.id).executeTakeFirstOrThrow();
    requireVersion("workspace", workspace.version, version);
    requireTypedName(workspace, name);
    await tx.updateTable("workspaces").set({ deleted_at: now.toISOString() })
      .where("id", "=", workspace.id).execute();
    await revokeInvitations(context);
    await killSecrets(context);
    await partFromPeople(context);
    await auditDeletion(context, workspace);
    return { id: workspace.id, name: workspace.name };
  },
});

/** @throws Forbidden unless the actor is an owner of the workspace */
function requireOwner(actor: Member): void {
  if (actor.role === "owner") return;
  throw new Forbidden("Only owners can delete the workspace.", {
    code: "not_owner",
    hint: "Ask an owner.",
  });
}

async function revokeInvitations(context: WriteContext<Member>): Promise<void> {
  const { tx, actor, now } = context;
  const pending = await tx.updateTable("invitations")
    .set({ status: "revoked", answered_at: now.toISOString() })
    .where("workspace_id", "=", actor.workspace.id).where("status", "=", "pending")
    .returning(["id", "email"]).execute();
  if (pending.length === 0) return;
  const invited = await tx.selectFrom("users").select(["id", "email"])
    .where("email", "in", pending.map(({ email }) => email)).execute();
  const users = new Map(invited.map(({ id, email }) => [email, id]));
  for (const { id, email } of pending) {
    await withdrawInvitationMail(context, id);
    const userId = users.get(email);
    if (userId !== undefined) await archiveSubject(context, userId, id);
  }
}

/** Revokes the secrets of automations. Personal tokens belong to people, and only lose their active workspace. */
async function killSecrets({ tx, actor, now }: WriteContext<Member>): Promise<void> {
  const ofWorkspace = sql`automation_id in (
    select id from automations where workspace_id = ${actor.workspace.id})`;
  await sql`delete from automation_tokens where credential_id in (
    select id from credentials where ${ofWorkspace})`.execute(tx);
  await sql`update credentials set revoked_at = ${now.toISOString()}
    where revoked_at is null and ${ofWorkspace}`.execute(tx);
  await tx.updateTable("credentials").set({ workspace_id: null })
    .where("workspace_id", "=", actor.workspace.id).execute();
}

/** Removes all members. Their sessions switch to another workspace, or to none. */
async function partFromPeople({ tx, actor, now }: WriteContext<Member>): Promise<void> {
  const { id } = actor.workspace;
  const everybody = sql`select id from profiles where workspace_id = ${id}`;
  await sql`delete from outbox where recipient_id in (${everybody}) and mail_id is null`.execute(
    tx,
  );
  await sql`delete from outbox where mail_id > '' and workspace_id = ${id}`.execute(tx);
  await sql`delete from unsent_comments where profile_id in (${everybody})`.execute(tx);
  await sql`delete from recents where profile_id in (${everybody})`.execute(tx);
  await tx.updateTable("profiles")
    .set((e) => ({ removed_at: now.toISOString(), version: e("version", "+", 1) }))
    .where("workspace_id", "=", id).where("removed_at", "is", null).execute();
  await sql`
    update sessions set workspace_id = (
      select p.workspace_id from profiles p
      where p.user_id = sessions.user_id and ${sql.raw(canEnter("p"))} order by p.id limit 1)
    where workspace_id = ${id} and user_id in (
      select user_id from profiles where workspace_id = ${id})`.execute(tx);
}
