import { knownAddress, type Member, type Principal, type Source } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import type { WriteContext } from "../core/operation.ts";

/** One security-relevant act. Names stand beside ids, so that the audit reads true after a rename. */
export interface AuditEvent {
  /** `noun.what_happened`: `member.role_changed`. */
  kind: `${string}.${string}`;
  /** Whom or what it was done to. */
  subject?: { kind: string; id: string; name: string };
  /** What else tells the story; never a secret. */
  data?: Record<string, unknown>;
}

/** Keeps a security-relevant act of somebody in their workspace: who, with which credential, which interface, when. */
export async function audit(context: WriteContext<Member>, event: AuditEvent): Promise<void> {
  await insertEntry(context, event, {
    workspace_id: context.actor.workspace.id,
    profile_id: context.actor.profile.id,
    user_id: context.actor.userId,
  });
}

/** Keeps that somebody deleted their workspace, whose own audit goes with it: an entry that stands in no workspace. */
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
 * Keeps an act that belongs to no single workspace, such as signing in: one entry in each workspace of the user,
 * whose managers answer for it, or one without a workspace where they have none.
 * @param by `user` when the user did it; `unknown` when somebody else may have, as with wrong codes
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

/** Keeps an act of somebody signed in on a workspace that they don't belong to, such as declining to join it. */
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

/** Keeps an act on an address whose holder is not known to have done it; nothing is kept of an address without an account. */
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
