import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Frame, ShellFrame } from "../../views/layouts/frame.ts";
import { markedPlaces, Sidebar, type SidebarProps } from "../../views/layouts/sidebar.tsx";
import type { ToastProps } from "../../views/ui/toast.tsx";
import type { Member } from "../domain/core/actor.ts";
import { listAll } from "../domain/core/page.ts";
import { rememberedRead } from "../domain/core/remembered_reads.ts";
import { listWorkspaces } from "../domain/workspaces/list.ts";
import type { Deps } from "../http/env.ts";
import { frameFor } from "../http/html.ts";
import { pageReads, teamsOf, type Visit } from "./visit.ts";

/** What stands around a document of its own. @param toast what its corner says */
export function outerFrame({ deps, viewer }: Visit, toast: ToastProps | null): Frame {
  return { ...frameFor(deps, viewer), toast };
}

/**
 * What stands around a page inside a workspace.
 * @param here the path by which the sidebar knows it
 */
export async function shellFrame(
  { deps }: Visit,
  member: Member,
  here: string,
  toast: ToastProps | null,
): Promise<ShellFrame> {
  const { workspace } = member;
  const sidebar = await sidebarOf(deps, member, here);
  return { ...frameFor(deps, member), toast, workspace, sidebar };
}

/** The sidebar, drawn once between two commits for each place that it marks. */
async function sidebarOf(deps: Deps, member: Member, here: string): Promise<Child> {
  const asked = { cache: pageReads, what: ["sidebar"] };
  const { places, props, drawn } = await rememberedRead(deps, member, asked, async () => {
    const props = await readSidebar(deps, member);
    return { props, places: new Set(markedPlaces(props.teams)), drawn: new Map<string, Child>() };
  });
  const marked = places.has(here) ? here : "";
  const known = drawn.get(marked);
  if (known !== undefined) return known;
  const sidebar = raw(String(<Sidebar {...props} here={marked} />));
  drawn.set(marked, sidebar);
  return sidebar;
}

async function readSidebar(deps: Deps, member: Member): Promise<Omit<SidebarProps, "here">> {
  const [teams, workspaces] = await Promise.all([
    teamsOf(deps, member),
    listAll(deps, member, listWorkspaces),
  ]);
  const { workspace, email } = member;
  return { viewer: { name: member.profile.name, email }, workspace, workspaces, teams };
}
