import { workspacePath } from "../../../views/paths.ts";
import { profileSettingsPath } from "../../../views/settings_paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { listMembers } from "../../domain/members/list.ts";
import { leaveWorkspace as leave } from "../../domain/workspaces/leave.ts";
import { action } from "../action.ts";
import type { PageContext } from "../context.ts";
import { text } from "../forms.ts";

/** Leaves the workspace whose name was typed. The session continues in another workspace, if there is one. */
export const leaveWorkspace = action({
  path: profileSettingsPath,
  button: "act=leave",
  form: { name: text },
  changes: "page and sidebar",
  leads: true,
  does: ({ name }, { perform }) => perform(leave, { name }),
  says: ({ name }) => ({ text: `You left ${name}` }),
  then: () => workspacePath,
  home: () => profileSettingsPath,
});

/** Returns whether the viewer is the workspace's only active owner, who can't leave. */
export async function isOnlyOwner(
  { askOnce, viewer }: Pick<PageContext<Member>, "askOnce" | "viewer">,
): Promise<boolean> {
  if (viewer.role !== "owner") return false;
  const { records } = await askOnce(listMembers, { role: "owner", limit: "50" });
  return parseJson(records).every(({ id, suspended }) => suspended || id === viewer.profile.id);
}
