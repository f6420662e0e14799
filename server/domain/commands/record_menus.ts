import { isManager, type Member } from "../actor.ts";
import type { MemberRecord } from "../profiles/schema.ts";
import type { Task } from "../tasks/schema.ts";
import type { Team } from "../teams/schema.ts";
import type { View } from "../views/schema.ts";
import type { Action } from "./action.ts";
import { isPinned } from "./pins.ts";
import { composerWith, placeOf } from "./places.ts";
import { favoriteAction } from "./property.ts";
import type { PaletteViewer } from "./schema.ts";
import { sharedTeam } from "./shared_team.ts";
import type { Reading } from "./viewer.ts";

/** What leads on from a draft: its place is among the drafts. */
export function draftLaunches({ id, reference }: Task): Action[] {
  return [{
    command: "draft.open",
    title: "Open drafts",
    group: "Open",
    href: placeOf({ kind: "draft", id, key: reference }),
  }];
}

/** What else can be done with a draft. */
export const draftChanges: readonly Action[] = [
  { command: "draft.publish", title: "Publish draft", group: "Status" },
  { command: "draft.discard", title: "Discard draft", group: "Status" },
];

/** What leads on from a person or agent. */
export function personLaunches(
  actor: Member,
  viewer: PaletteViewer,
  { id, teams }: MemberRecord,
): Action[] {
  const shared = teams.filter(({ role }) => role !== "commentator").map((team) => team.id);
  const teamId = sharedTeam(actor, shared);
  return [
    {
      command: "person.open",
      title: "Open profile",
      group: "Open",
      href: placeOf({ kind: "person", id, key: "" }),
    },
    ...(viewer.canCreateTasks
      ? [{
        command: "person.createTask",
        title: "Create task for person",
        group: "Create",
        href: composerWith({ assigneeId: id, teamId }),
      }]
      : []),
  ];
}

/** What leads on from a team. */
export function teamLaunches(viewer: PaletteViewer, { id }: Team): Action[] {
  return [
    {
      command: "team.open",
      title: "Open team",
      group: "Open",
      href: placeOf({ kind: "team", id, key: "" }),
    },
    ...(viewer.canCreateTasks
      ? [{
        command: "team.createTask",
        title: "Create task in team",
        group: "Create",
        href: composerWith({ teamId: id }),
      }]
      : []),
  ];
}

/** What leads on from a saved view. Whoever sees it sees the team or project whose it is. */
export function viewLaunches({ id, key, kind, ownerId, teamId, projectId }: View): Action[] {
  const group = "Open";
  const view = { kind: kind === "task" ? "taskView" : "projectView", id, key } as const;
  const title = kind === "task" ? "Open task view" : "Open project view";
  const owner = { kind: "person", id: ownerId, key: "" } as const;
  return [
    { command: "view.open", title, group, href: placeOf(view) },
    { command: "view.openOwner", title: "Open owner", group, href: placeOf(owner) },
    ...(teamId
      ? [{
        command: "view.openTeam",
        title: "Open team",
        group,
        href: placeOf({ kind: "team", id: teamId, key: "" }),
      }]
      : []),
    ...(projectId
      ? [{
        command: "view.openProject",
        title: "Open project",
        group,
        href: placeOf({ kind: "project", id: projectId, key: "" }),
      }]
      : []),
  ];
}

/** Everything that can be done with a saved view; archived by its owner and managers alone. */
export async function viewMenu(reading: Reading, view: View): Promise<Action[]> {
  const { actor } = reading;
  const word = view.kind === "task" ? "task view" : "project view";
  const editable = view.ownerId === actor.profile.id || isManager(actor);
  return [
    ...viewLaunches(view),
    view.subscribed
      ? { command: "view.unsubscribe", title: `Turn ${word} notifications off`, group: "Follow" }
      : { command: "view.subscribe", title: `Turn ${word} notifications on`, group: "Follow" },
    favoriteAction("view", await isPinned(reading, "view", view.id)),
    ...(editable ? [{ command: "view.archive", title: `Archive ${word}`, group: "More" }] : []),
  ];
}
