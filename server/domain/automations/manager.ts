import type { Member } from "../core/actor.ts";
import { Forbidden } from "../core/errors.ts";
import { requireManager } from "../core/permission.ts";

/**
 * Checks that the actor is a person who manages the workspace. `RULES.md`, Permissions
 * @throws Forbidden for everyone else, and for every automation
 */
export function requireAutomationManager(actor: Member): void {
  requireManager(actor, "manage automations and agents");
  if (actor.kind === "human") return;
  throw new Forbidden("Only people can manage automations and agents.", {
    code: "human_required",
    hint: "Use the token of an owner or admin.",
  });
}
