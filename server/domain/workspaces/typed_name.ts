import { invalidField } from "../core/errors.ts";
import { name } from "../core/fields.ts";

/** The typed name of the workspace, which confirms a permanent change. */
export const typedName = name.describe("Exact name of the workspace, as confirmation.");

/** @throws Invalid unless it is the workspace's name */
export function requireTypedName(workspace: { name: string }, typed: string): void {
  if (typed === workspace.name) return;
  throw invalidField("name", `Enter the workspace's exact name: ${workspace.name}.`);
}
