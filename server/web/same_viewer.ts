import type { Context } from "hono";
import { workspaceParameter } from "../../views/paths.ts";
import type { Member } from "../domain/core/actor.ts";
import { cachedForMember } from "../domain/core/cached_for_member.ts";
import { Conflict } from "../domain/core/errors.ts";
import { listAll } from "../domain/core/page.ts";
import { listWorkspaces } from "../domain/workspaces/list.ts";
import type { Workspace } from "../domain/workspaces/schema.ts";
import type { Deps, Env } from "../http/env.ts";
import { pageReads } from "./visit.ts";

/** Returns whether a page was rendered for the current profile. A page without a profile counts as rendered for it. */
export function isSameViewer(c: Context<Env>, { profile }: Member): boolean {
  return (c.req.header("backlog-profile") ?? profile.id) === profile.id;
}

/**
 * Checks that a page was rendered for the current profile, which scripts send in `Backlog-Profile`. In another
 * workspace, a reference names another task, and typed text belongs to one person.
 * @throws Conflict if the page was rendered for someone else or for another workspace
 */
export function requireSameViewer(c: Context<Env>, member: Member | null): void {
  if (member === null || isSameViewer(c, member)) return;
  throw new Conflict(
    "You've switched to another workspace or account since you opened this page.",
    {
      code: "other_viewer",
      hint:
        "Nothing was changed. Reload the page, or switch back to the earlier workspace or account.",
    },
  );
}

/** Lists the workspaces of the member's user. */
export const workspacesOf = (deps: Deps, member: Member): Promise<readonly Workspace[]> =>
  cachedForMember(
    deps,
    member,
    { cache: pageReads, what: ["workspaces"] },
    () => listAll(deps, member, listWorkspaces),
  );

/**
 * Checks that a form sent without scripts belongs to the open workspace, which the form names.
 * @throws Conflict if another workspace is open
 */
export async function requireSameWorkspace(
  deps: Deps,
  member: Member | null,
  fields: URLSearchParams,
): Promise<void> {
  const id = fields.get(workspaceParameter);
  if (member === null || id === null || id === member.workspace.id) return;
  const drawnIn = (await workspacesOf(deps, member)).find((one) => one.id === id)?.name;
  throw new Conflict(
    `You opened this form in ${
      drawnIn ?? "another workspace"
    }, but ${member.workspace.name} is open now.`,
    {
      code: "other_viewer",
      hint:
        "Nothing was changed. In another tab, switch back to the form's workspace. Then return here and send the form again.",
    },
  );
}
