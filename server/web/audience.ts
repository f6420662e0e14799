import type { Who } from "../../views/layouts/main_pages.ts";
import { isManager, type Member } from "../domain/core/actor.ts";
import { Forbidden } from "../domain/core/errors.ts";

export type { Who };

/** Returns the widest audience that a member belongs to. */
export function audienceOf(member: Member): Who {
  return member.role === "owner" ? "owners" : isManager(member) ? "managers" : "members";
}

/**
 * Checks that a page is for a member, before anything is read for it.
 * @throws Forbidden otherwise
 */
export function requireAudience(member: Member, who: Who): void {
  if (who === "managers" && !isManager(member)) {
    throw new Forbidden("Only owners and admins can open this page.", {
      code: "not_manager",
      hint: "Ask an owner or admin of the workspace.",
    });
  }
  if (who === "owners" && member.role !== "owner") {
    throw new Forbidden("Only owners can open this page.", {
      code: "not_owner",
      hint: "Ask an owner.",
    });
  }
}
