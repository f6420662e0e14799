import { isManager, type Member } from "../actor.ts";
import { Forbidden } from "../errors.ts";

/**
 * Automations and agents are managed by people who manage the workspace. `contract.md`, Who may do what
 * @throws Forbidden for everyone else, and for every automation
 */
export function requireAutomationManager(actor: Member): void {
  if (actor.kind === "human" && isManager(actor)) return;
  throw new Forbidden("Only the workspace's owners and admins may manage automations.", {
    code: "not_workspace_manager",
    hint: "Ask an owner or admin of this workspace.",
  });
}
