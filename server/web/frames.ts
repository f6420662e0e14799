import type { Frame, ShellFrame } from "../../views/layouts/frame.ts";
import type { ToastProps } from "../../views/ui/toast.tsx";
import type { Member } from "../domain/core/actor.ts";
import { frameFor } from "../http/html.ts";
import { sidebarOf } from "./sidebar.tsx";
import type { Visit } from "./visit.ts";
import { audienceOf } from "./audience.ts";

/** Returns the frame of a separate document. @param toast the message to show */
export function outerFrame({ deps, viewer }: Visit, toast: ToastProps | null): Frame {
  return { ...frameFor(deps, viewer), toast };
}

/**
 * Returns the frame of a page inside a workspace.
 * @param here the page's paths in the sidebar, nearest first
 */
export async function shellFrame(
  { deps, seen }: Visit,
  member: Member,
  here: readonly string[],
  toast: ToastProps | null,
): Promise<ShellFrame> {
  const { workspace } = member;
  const sidebar = await sidebarOf(deps, member, here);
  const profileId = member.profile.id;
  const who = audienceOf(member);
  return { ...frameFor(deps, member), profileId, toast, workspace, who, sidebar, seen };
}
