import { isManager, type Member } from "../core/actor.ts";
import { Forbidden } from "../core/errors.ts";
import type { StoredTask } from "../tasks/locate.ts";
import { isCommenter } from "../tasks/permission.ts";
import type { StoredComment } from "./locate.ts";

type Authored = Pick<StoredComment, "author_id">;

/** The task that a comment belongs to. */
type Commented = Pick<StoredTask, "team_id" | "creator_id">;

/** @throws Forbidden unless the actor can comment on the task. `RULES.md`, Permissions */
export function requireCommenter(actor: Member, task: Commented): void {
  if (isCommenter(actor, { teamId: task.team_id, creatorId: task.creator_id })) return;
  throw new Forbidden(
    "Only the task's creator, owners, admins, and this team's leads, members, and commentators can comment.",
    { code: "not_commenter", hint: "Ask a lead of the team to add you as a commentator." },
  );
}

/** @throws Forbidden unless the actor is the author and can still comment. `RULES.md`, Permissions */
export function requireMayChange(actor: Member, { author_id }: Authored, task: Commented): void {
  if (author_id !== actor.profile.id) {
    throw new Forbidden("Only the author can edit a comment.", {
      code: "not_comment_author",
      hint: "Reply with a comment of your own.",
    });
  }
  requireCommenter(actor, task);
}

/** @throws Forbidden unless the comment is the actor's own, or they are a manager. `RULES.md`, Permissions */
export function requireMayDelete(actor: Member, { author_id }: Authored): void {
  if (author_id === actor.profile.id || isManager(actor)) return;
  throw new Forbidden("Only the author, owners, and admins can delete a comment.", {
    code: "not_comment_author",
    hint: "Ask the author, an owner, or an admin to delete the comment.",
  });
}
