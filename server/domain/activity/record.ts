import type { Member } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import type { Db } from "../core/operation.ts";

/** What can change. */
export type SubjectKind =
  | "task"
  | "taskTemplate"
  | "project"
  | "projectLabel"
  | "projectTemplate"
  | "workspace"
  | "team"
  | "profile"
  | "invitation"
  | "workflow"
  | "label"
  | "view"
  | "automation"
  | "agent";

/** One change. Names stand beside ids, so that history reads true after a rename. */
export interface Change {
  subject: { kind: SubjectKind; id: string };
  /** `task.created`, `task.status_changed`, … */
  kind: string;
  data?: { from?: unknown; to?: unknown };
}

/**
 * Writes one activity row: who, with which credential, through which door, when. The timeline reads it, and
 * whatever else wants to know what happened.
 */
export async function recordActivity(tx: Db, actor: Member, now: Date, change: Change) {
  await tx.insertInto("activity").values({
    id: newId("act", now),
    workspace_id: actor.workspace.id,
    subject_kind: change.subject.kind,
    subject_id: change.subject.id,
    kind: change.kind,
    actor_id: actor.profile.id,
    credential_id: actor.credential.id,
    door: actor.door,
    data: JSON.stringify(change.data ?? {}),
    created_at: now.toISOString(),
  }).execute();
}
