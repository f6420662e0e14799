import { knownAddress, type Member, type Principal, type Source } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import type { WriteContext } from "../core/operation.ts";

/** An audit entry. Names are stored beside IDs, so that the entry stays true after a rename. */
export interface AuditEvent {
  /** `noun.what_happened`: `member.role_changed`. */
  kind: `${string}.${string}`;
  /** The subject of the action. */
  subject?: { kind: string; id: string; name: string };
  /** Further details, never a secret. */
  data?: Record<string, unknown>;
}

/** Records an action of a member in the audit log, with credential, interface, and time. */
export async function audit(context: WriteContext<Member>, event: AuditEvent): Promise<void> {
  await insertEntry(context, event, {
    workspace_id: context.actor.workspace.id,
    profile_id: context.actor.profile.id,
    user_id: context.actor.userId,
  });
}

/** Records the deletion of a workspace, whose own audit log is erased, in an entry without a workspace. */
export async function auditDeletion(
  context: WriteContext<Member>,
  workspace: { id: string; name: string },
): Promise<void> {
  await insertEntry(context, {
    kind: "workspace.deleted",
    subject: { kind: "workspace", id: workspace.id, name: workspace.name },
  }, { workspace_id: null, profile_id: null, user_id: context.actor.userId });
}

/**
 * Records an action that belongs to no single workspace, such as signing in: in each of the user's workspaces, or
 * without a workspace if they have none.
 * @param by `user` if the user did it; `unknown` if someone else might have, as for wrong codes
 */
export async function auditUser(
  context: WriteContext<Source>,
  userId: string,
  event: AuditEvent,
  by: "user" | "unknown" = "user",
): Promise<void> {
  const profiles = await context.tx.selectFrom("profiles").select(["id", "name", "workspace_id"])
    .where("user_id", "=", userId).where("removed_at", "is", null).execute();
  for (const profile of profiles) {
    const subject = { kind: "profile", id: profile.id, name: profile.name };
    await insertEntry(context, { subject, ...event }, {
      workspace_id: profile.workspace_id,
      profile_id: by === "user" ? profile.id : null,
      user_id: userId,
    });
  }
  if (profiles.length > 0) return;
  await insertEntry(context, event, {
    workspace_id: null,
    profile_id: null,
    user_id: userId,
  });
}

/** Records an action on a workspace by someone outside it, such as declining an invitation. */
export async function auditOutsider(
  context: WriteContext<Principal>,
  workspaceId: string,
  event: AuditEvent,
): Promise<void> {
  await insertEntry(context, event, {
    workspace_id: workspaceId,
    profile_id: null,
    user_id: context.actor.userId,
  });
}

/** Records an action on an email address by someone unknown. Addresses without an account have no entries. */
export async function auditEmail(
  context: WriteContext<Source>,
  email: string,
  event: AuditEvent,
): Promise<void> {
  const user = await context.tx.selectFrom("users").select("id").where("email", "=", email)
    .executeTakeFirst();
  if (user) await auditUser(context, user.id, event, "unknown");
}

async function insertEntry(
  { tx, actor: { interface: source, address, credential }, now }: WriteContext<Source>,
  { kind, subject, data }: AuditEvent,
  who: { workspace_id: string | null; profile_id: string | null; user_id: string },
): Promise<void> {
  await tx.insertInto("audit").values({
    id: newId("audit", now),
    ...who,
    credential_kind: credential?.kind ?? null,
    credential_id: credential?.id ?? null,
    interface: source,
    address: knownAddress(address),
    kind,
    subject_kind: subject?.kind ?? null,
    subject_id: subject?.id ?? null,
    subject_name: subject?.name ?? null,
    data: JSON.stringify(data ?? {}),
    created_at: now.toISOString(),
  }).execute();
}
