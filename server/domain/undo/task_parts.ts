import type { UndoPart } from "../activity/write.ts";
import { approvalState, putApproval } from "../approvals/put_back.ts";
import { commentBodyOf, putComment } from "../comments/put_back.ts";
import type { Member, Scope } from "../core/actor.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import { putRelation, relationExists } from "../relations/put_back.ts";
import { linkOf, putLink } from "../resources/put_back.ts";
import type { StoredTask } from "../tasks/locate.ts";

/** A part of a task besides its own fields. */
interface Part {
  /** The noun for people. */
  name: string;
  scope: Scope;
  /** Returns the part's state as in activity, or null if it doesn't exist. */
  read(context: ReadContext<Member>, task: StoredTask, id: string): Promise<unknown>;
  /** Restores the part's former state. @throws errors of that change */
  put(context: WriteContext<Member>, task: StoredTask, id: string, was: never): Promise<unknown>;
}

const parts: { readonly [K in UndoPart]: Part } = {
  comment: {
    name: "comment",
    scope: "comments.write",
    read: commentBodyOf,
    put: putComment,
  },
  resource: { name: "link", scope: "tasks.write", read: linkOf, put: putLink },
  relation: { name: "relation", scope: "tasks.write", read: relationExists, put: putRelation },
  approval: {
    name: "approval request",
    scope: "comments.write",
    read: approvalState,
    put: putApproval,
  },
};

/** Returns the part that an undo field names, or null for a field of the task. */
export function partOf(field: string): (Part & { kind: UndoPart; id: string }) | null {
  const [kind, id] = field.split(":", 2);
  return id === undefined ? null : { ...parts[kind as UndoPart], kind: kind as UndoPart, id };
}
