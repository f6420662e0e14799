import { isCommenter, type Member } from "../core/actor.ts";
import { Forbidden } from "../core/errors.ts";

/** @throws Forbidden unless the actor may comment on this team's tasks. `RULES.md`, Who may do what */
export function requireCommenter(actor: Member, teamId: string): void {
  if (isCommenter(actor, teamId)) return;
  throw new Forbidden(
    "Only workspace managers and this team's leads, members and commentators may comment.",
    { code: "not_commenter", hint: "Ask a lead of the team to add you as a commentator." },
  );
}
