import type { Frame, ShellFrame } from "../../views/layouts/frame.ts";
import type { ToastProps } from "../../views/ui/toast.tsx";
import type { Member } from "../domain/core/actor.ts";
import { listAll } from "../domain/core/page.ts";
import { listWorkspaces } from "../domain/workspaces/list.ts";
import type { Deps } from "../http/env.ts";
import { frameFor } from "../http/html.ts";
import { onceFor } from "./once.ts";
import { teamsOf, type Visit } from "./visit.ts";

/** What stands around a document of its own. @param toast what its corner says */
export function outerFrame({ deps, viewer }: Visit, toast: ToastProps | null): Frame {
  return { ...frameFor(deps, viewer), toast };
}

/**
 * What stands around a page inside a workspace: the teams and workspaces beside it.
 * @param here the path by which the sidebar knows it
 */
export async function shellFrame(
  { deps }: Visit,
  member: Member,
  here: string,
  toast: ToastProps | null,
): Promise<ShellFrame> {
  const [teams, workspaces] = await Promise.all([
    teamsOf(deps, member),
    workspacesOf(deps, member),
  ]);
  return {
    ...frameFor(deps, member, member.workspace.timeZone),
    toast,
    viewer: { profileId: member.profile.id, name: member.profile.name, email: member.email },
    workspace: member.workspace,
    workspaces,
    teams,
    here,
  };
}

function workspacesOf(deps: Deps, member: Member): Promise<ShellFrame["workspaces"]> {
  return onceFor(deps, member, ["workspaces"], () => listAll(deps, member, listWorkspaces));
}
