import { nearDates } from "../domain/core/near_dates.ts";
import { isFollowing } from "../domain/tasks/follow.ts";
import type { Task } from "../domain/tasks/schema.ts";
import type { TaskStatus } from "../domain/vocabulary.ts";
import { leading, type MenuAction } from "./menu_action.ts";
import { eligibleTeammates, labelsFor, type OfferedChoice, projectsFor } from "./choices.ts";
import { isPinned } from "./pins.ts";
import { composePath, taskMenuPath } from "../../views/paths.ts";
import { destinationOf } from "./destinations.ts";
import {
  dateActions,
  favoriteAction,
  labelActions,
  priorityActions,
  statusActions,
  typedDate,
} from "./record_actions.ts";
import { propertyActions } from "./property_menus.ts";
import type { PaletteViewer } from "./schema.ts";
import type { Member } from "../domain/core/actor.ts";
import type { ReadContext } from "../domain/core/operation.ts";

/** Titles of the status actions, in the order of a task's life. */
const statusTitles: Record<TaskStatus, string> = {
  backlogged: "Move task to backlog",
  planned: "Mark task as planned",
  progressed: "Mark task as in progress",
  completed: "Complete task",
  cancelled: "Cancel task",
};

/** Returns all actions on a published task, by group. @param text filters the choices */
export async function taskMenu(
  context: ReadContext<Member>,
  viewer: PaletteViewer,
  task: Task,
  text: string,
): Promise<MenuAction[]> {
  const { actor, now } = context;
  const { weekStart } = actor.preferences;
  const [teammates, projects, labels] = [
    await eligibleTeammates(context, task.teamId, text),
    await projectsFor(context, task.teamId, text),
    await labelsFor(context, "task", text),
  ];
  const typed = typedDate(text, now, viewer.timeZone, weekStart);
  const stored = { id: task.id, creator_id: task.creatorId, assignee_id: task.assigneeId };
  return [
    ...statusActions("task", task.status, statusTitles),
    ...dateActions(deadlineOf(task), nearDates(now, viewer.timeZone, weekStart), typed),
    ...assignment(viewer, task, teammates),
    ...priorityActions("task", task.priority),
    ...projectMoves(task, projects),
    ...await propertyActions(context, viewer, task),
    ...taskLaunches(viewer, task),
    ...labelActions("task", task.labels, labels),
    favoriteAction("task", await isPinned(context, "task", task.id)),
    followAction(await isFollowing(context, stored)),
    { command: "task.archive", title: "Archive task", group: "More" },
  ];
}

/** Returns the actions that open pages from a task. */
export function taskLaunches(viewer: PaletteViewer, task: Task): MenuAction[] {
  return viewer.canCreateTasks ? [...openings(task), ...creations(task)] : openings(task);
}

/** Returns the actions of a found task in the main list. */
export function taskHeadlines(viewer: PaletteViewer, task: Task): MenuAction[] {
  return [
    ...statusActions("task", task.status, statusTitles).slice(0, 3),
    ...assignment(viewer, task, []).slice(0, 1),
    ...viewer.canCreateTasks ? creations(task).slice(0, 1) : [],
  ];
}

function openings({ id, reference, teamId, project, assignee }: Task): MenuAction[] {
  const team = leading("task.openTeam", "Open team", destinationOf("team", teamId));
  return [
    leading("task.open", "Open task", destinationOf("task", id, reference)),
    ...project
      ? [
        leading(
          "task.openProject",
          "Open project",
          destinationOf("project", project.id),
          project.name,
        ),
      ]
      : [],
    team,
    ...assignee
      ? [
        leading(
          "task.openAssignee",
          "Open assignee",
          destinationOf("person", assignee.id),
          assignee.name,
        ),
      ]
      : [],
  ];
}

function creations({ reference, teamId, projectId, assigneeId }: Task): MenuAction[] {
  const subtask = composePath({ parentId: reference, teamId, projectId, assigneeId });
  const inProject = composePath({ teamId, projectId });
  return [
    leading("task.createSubtask", "Create sub-task", subtask),
    ...projectId ? [leading("task.createInProject", "Create task in project", inProject)] : [],
    leading("task.createInTeam", "Create task in team", composePath({ teamId })),
  ];
}

function assignment(viewer: PaletteViewer, task: Task, teammates: OfferedChoice[]): MenuAction[] {
  const { assigneeId, assignee } = task;
  const verb = assigneeId ? "Reassign" : "Assign";
  const giving = (title: string, value: string, hint?: string): MenuAction => {
    return {
      command: "task.assign",
      title: `${verb} task to ${title}`,
      group: "Assignee",
      value,
      hint,
    };
  };
  const others = teammates.filter(({ id }) => id !== viewer.profileId && id !== assigneeId);
  const taking = (name: string): MenuAction => {
    return { command: "task.unassign", title: "Unassign task", group: "Assignee", hint: name };
  };
  return [
    ...assigneeId === viewer.profileId ? [] : [giving("me", viewer.profileId)],
    ...others.map(({ id, name, key }) => giving(name, id, `@${key}`)),
    ...assignee ? [taking(assignee.name)] : [],
  ];
}

function deadlineOf({ reference, deadlineAt }: Task) {
  return {
    name: "task deadline",
    group: "Deadline",
    set: "task.setDeadline",
    clear: "task.clearDeadline",
    menu: taskMenuPath(reference, "deadline"),
    isSet: deadlineAt !== null,
    isOn: (date: string) => deadlineAt === date,
  };
}

function projectMoves({ projectId, project }: Task, projects: OfferedChoice[]): MenuAction[] {
  const group = "Project";
  return [
    ...projects.filter(({ id }) => id !== projectId).map(({ id, name, key }) => ({
      command: "task.setProject",
      title: `Move task to ${name}`,
      group,
      value: id,
      hint: key,
    })),
    ...(project
      ? [{ command: "task.clearProject", title: `Remove task from ${project.name}`, group }]
      : []),
  ];
}

function followAction(following: boolean): MenuAction {
  return following
    ? { command: "task.unfollow", title: "Unfollow task", group: "More" }
    : { command: "task.follow", title: "Follow task", group: "More" };
}
