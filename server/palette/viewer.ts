import { isManager, isTaskCreator, type Member } from "../domain/core/actor.ts";
import type { ReadContext } from "../domain/core/operation.ts";
import { requireManager } from "../domain/core/permission.ts";
import { isRoadmapViewer, requireRoadmapViewer } from "../domain/projects/permission.ts";
import { requireTaskCreator } from "../domain/tasks/create.ts";
import { hasRoom, requireTaskLimit } from "../domain/tasks/task_limit.ts";
import type { Access, GlobalCommand } from "./catalogue.ts";
import type { PaletteViewer } from "./schema.ts";

/** Returns the facts that decide which commands are available to the actor. `RULES.md`, Permissions */
export async function readViewer(context: ReadContext<Member>): Promise<PaletteViewer> {
  const { actor } = context;
  const room = await hasRoom(context);
  return {
    profileId: actor.profile.id,
    isWorkspaceManager: isManager(actor),
    canCreateTasks: isTaskCreator(actor) && room,
    taskCreationBlocked: !room,
    canSeeRoadmap: await isRoadmapViewer(context),
    timeZone: actor.workspace.timeZone,
  };
}

/** Returns whether a command is available to the viewer. */
export function canUse(viewer: PaletteViewer, access: Access): boolean {
  switch (access) {
    case "member":
      return true;
    case "manager":
      return viewer.isWorkspaceManager;
    case "taskCreator":
      return viewer.canCreateTasks;
    case "roadmapViewer":
      return viewer.canSeeRoadmap;
  }
}

/** Returns a command's title as part of a sentence: "create projects" for "Create project". */
function inSentence(title: string): string {
  const words = title[0]!.toLowerCase() + title.slice(1);
  return /^(create|install) /.test(words) ? `${words}s` : words;
}

/** @throws Forbidden with the message of the command's operation */
export async function requireUse(
  context: ReadContext<Member>,
  { access, title }: Pick<GlobalCommand, "access" | "title">,
): Promise<void> {
  const { actor } = context;
  if (access === "manager") requireManager(actor, inSentence(title));
  if (access === "roadmapViewer") await requireRoadmapViewer(context);
  if (access !== "taskCreator") return;
  requireTaskCreator(actor);
  await requireTaskLimit(context);
}
