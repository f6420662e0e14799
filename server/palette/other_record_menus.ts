import { isManager, isTeamWriter, type Member } from "../domain/core/actor.ts";
import type { MemberRecord } from "../domain/profiles/schema.ts";
import type { Task } from "../domain/tasks/schema.ts";
import type { Team } from "../domain/teams/schema.ts";
import type { View } from "../domain/saved_views/schema.ts";
import { leading, type MenuAction } from "./menu_action.ts";
import { isPinned } from "./pins.ts";
import { composePath } from "../../views/paths.ts";
import { destinationOf } from "./destinations.ts";
import { favoriteAction } from "./record_actions.ts";
import type { PaletteViewer } from "./schema.ts";
import { teamForNewTask } from "./team_for_new_task.ts";
import type { ReadContext } from "../domain/core/operation.ts";

/** Returns the actions that open pages from a draft. */
export function draftLaunches({ id, reference }: Task): MenuAction[] {
  return [leading("draft.open", "Open drafts", destinationOf("draft", id, reference))];
}

/** The other actions on a draft. */
export const draftActions: readonly MenuAction[] = [
  { command: "draft.publish", title: "Publish draft", group: "Status" },
  { command: "draft.discard", title: "Discard draft", group: "Status" },
];

/** Returns the actions that open pages from a person or agent. */
export function personLaunches(
  actor: Member,
  viewer: PaletteViewer,
  { id, teams }: MemberRecord,
): MenuAction[] {
  const shared = teams.filter(({ role }) => isTeamWriter(role)).map((team) => team.id);
  const composer = composePath({ assigneeId: id, teamId: teamForNewTask(actor, shared) });
  return [
    leading("person.open", "Open profile", destinationOf("person", id)),
    ...viewer.canCreateTasks
      ? [leading("person.createTask", "Create task for person", composer)]
      : [],
  ];
}

/** Returns the actions that open pages from a team. */
export function teamLaunches(viewer: PaletteViewer, { id }: Team): MenuAction[] {
  const composer = composePath({ teamId: id });
  return [
    leading("team.open", "Open team", destinationOf("team", id)),
    ...viewer.canCreateTasks ? [leading("team.createTask", "Create task in team", composer)] : [],
  ];
}

/** Returns the actions that open pages from a saved view. People who see a view also see its team or project. */
export function viewLaunches({ id, key, kind, ownerId, teamId, projectId }: View): MenuAction[] {
  const page = destinationOf(kind === "task" ? "taskView" : "projectView", id, key);
  return [
    leading("view.open", kind === "task" ? "Open task view" : "Open project view", page),
    leading("view.openOwner", "Open owner", destinationOf("person", ownerId)),
    ...teamId ? [leading("view.openTeam", "Open team", destinationOf("team", teamId))] : [],
    ...projectId
      ? [leading("view.openProject", "Open project", destinationOf("project", projectId))]
      : [],
  ];
}

/** Returns all actions on a saved view. Only its owner and managers can archive it. */
export async function viewMenu(context: ReadContext<Member>, view: View): Promise<MenuAction[]> {
  const { actor } = context;
  const [word, dashed] = [`${view.kind} view`, `${view.kind}-view`];
  const editable = view.ownerId === actor.profile.id || isManager(actor);
  const [open, ...others] = viewLaunches(view);
  return [
    { ...open!, title: "Open saved view" },
    ...others,
    view.subscribed
      ? { command: "view.unsubscribe", title: `Turn ${dashed} notifications off`, group: "Follow" }
      : { command: "view.subscribe", title: `Turn ${dashed} notifications on`, group: "Follow" },
    favoriteAction("view", await isPinned(context, "view", view.id), word),
    ...(editable ? [{ command: "view.archive", title: `Archive ${word}`, group: "More" }] : []),
  ];
}
