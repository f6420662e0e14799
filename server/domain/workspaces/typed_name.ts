import { invalidField } from "../core/errors.ts";
import { name } from "../core/fields.ts";

/** The name of the workspace, typed by who ends something for good: it stands in for an Undo. */
export const typedName = name.describe("Exact name of the workspace, as confirmation.");

/** @throws Invalid unless what was typed is what the workspace is called */
export function requireTypedName(workspace: { name: string }, typed: string): void {
  if (typed === workspace.name) return;
  throw invalidField("name", `Enter the workspace's exact name: ${workspace.name}.`);
}
