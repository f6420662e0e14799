import { nearDates } from "../near_dates.ts";
import { deadlineMoment } from "../tasks/deadline.ts";
import { isFollowing } from "../tasks/follow.ts";
import type { Task, TaskStatus } from "../tasks/schema.ts";
import type { Action } from "./action.ts";
import { type Choice, eligibleTeammates, labelsFor, projectsFor } from "./choices.ts";
import { isPinned } from "./pins.ts";
import { composerWith, placeOf } from "./places.ts";
import {
  dateActions,
  favoriteAction,
  labelActions,
  priorityActions,
  statusActions,
} from "./property.ts";
import type { PaletteViewer } from "./schema.ts";
import type { Reading } from "./viewer.ts";

/** In the order of a task's life. */
const statusTitles: Record<TaskStatus, string> = {
  backlogged: "Move task to backlog",
  planned: "Mark task planned",
  progressed: "Mark task in progress",
  completed: "Complete task",
  cancelled: "Cancel task",
};

/** Everything that can be done with a published task, by intent. @param text narrows what there is to choose from */
export async function taskMenu(
  reading: Reading,
  viewer: PaletteViewer,
  task: Task,
  text: string,
): Promise<Action[]> {
  const { db, actor, now } = reading;
  const [teammates, projects, labels] = [
    await eligibleTeammates(reading, task.teamId, text),
    await projectsFor(reading, task.teamId, text),
    await labelsFor(reading, "task", text),
  ];
  const stored = { id: task.id, creator_id: task.creatorId, assignee_id: task.assigneeId };
  return [
    ...statusActions("task", task.status, statusTitles),
    ...dateActions(deadlineOf(task, viewer), nearDates(now, viewer.timeZone)),
    ...assignment(viewer, task, teammates),
    ...priorityActions("task", task.priority),
    ...projectMoves(task, projects),
    ...taskLaunches(viewer, task),
    ...labelActions("task", task.labels, labels),
    favoriteAction("task", await isPinned(reading, "task", task.id)),
    followAction(await isFollowing(db, actor, stored)),
    { command: "task.archive", title: "Archive task", group: "More" },
  ];
}

/** What leads on from a task. */
export function taskLaunches(viewer: PaletteViewer, task: Task): Action[] {
  const { id, reference, teamId, projectId, assigneeId } = task;
  const group = "Open";
  const profile = { kind: "person", id: assigneeId ?? "", key: "" } as const;
  return [
    {
      command: "task.open",
      title: "Open task",
      group,
      href: placeOf({ kind: "task", id, key: reference }),
    },
    ...(projectId
      ? [{
        command: "task.openProject",
        title: "Open project",
        group,
        hint: task.project?.name,
        href: placeOf({ kind: "project", id: projectId, key: "" }),
      }]
      : []),
    {
      command: "task.openTeam",
      title: "Open team",
      group,
      href: placeOf({ kind: "team", id: teamId, key: "" }),
    },
    ...(assigneeId
      ? [{
        command: "task.openAssignee",
        title: "Open assignee",
        group,
        hint: task.assignee?.name,
        href: placeOf(profile),
      }]
      : []),
    ...(viewer.canCreateTasks ? creations(task) : []),
  ];
}

/** What the main list offers of a task that was found. */
export function taskHeadlines(viewer: PaletteViewer, task: Task): Action[] {
  return [
    ...statusActions("task", task.status, statusTitles).slice(0, 3),
    ...assignment(viewer, task, []).slice(0, 1),
    ...creationOf(viewer, task),
  ];
}

function creationOf(viewer: PaletteViewer, task: Task): Action[] {
  return viewer.canCreateTasks ? creations(task).slice(0, 1) : [];
}

function creations({ reference, teamId, projectId, assigneeId }: Task): Action[] {
  const group = "Create";
  return [
    {
      command: "task.createSubtask",
      title: "Create sub-task",
      group,
      href: composerWith({ parentId: reference, teamId, projectId, assigneeId }),
    },
    ...(projectId
      ? [{
        command: "task.createInProject",
        title: "Create task in project",
        group,
        href: composerWith({ teamId, projectId }),
      }]
      : []),
    {
      command: "task.createInTeam",
      title: "Create task in team",
      group,
      href: composerWith({ teamId }),
    },
  ];
}

function assignment(viewer: PaletteViewer, task: Task, teammates: Choice[]): Action[] {
  const group = "Assignee";
  const verb = task.assigneeId ? "Reassign" : "Assign";
  const others = teammates.filter(({ id }) => id !== viewer.profileId && id !== task.assigneeId);
  const command = "task.assign";
  return [
    ...(task.assigneeId === viewer.profileId
      ? []
      : [{ command, title: `${verb} to me`, group, value: viewer.profileId }]),
    ...others.map(({ id, name, key }) => ({
      command,
      title: `${verb} to ${name}`,
      group,
      value: id,
      hint: `@${key}`,
    })),
    ...(task.assignee
      ? [{ command: "task.unassign", title: `Unassign ${task.assignee.name}`, group }]
      : []),
  ];
}

function deadlineOf({ deadlineAt }: Task, { timeZone }: PaletteViewer) {
  return {
    name: "deadline",
    group: "Deadline",
    set: "task.setDeadline",
    clear: "task.clearDeadline",
    isSet: deadlineAt !== null,
    isOn: (date: string) => deadlineMoment(date, timeZone) === deadlineAt,
  };
}

function projectMoves({ projectId, project }: Task, projects: Choice[]): Action[] {
  const group = "Project";
  return [
    ...projects.filter(({ id }) => id !== projectId).map(({ id, name, key }) => ({
      command: "task.setProject",
      title: `Move to ${name}`,
      group,
      value: id,
      hint: key,
    })),
    ...(project
      ? [{ command: "task.clearProject", title: `Remove from ${project.name}`, group }]
      : []),
  ];
}

function followAction(following: boolean): Action {
  return following
    ? { command: "task.unfollow", title: "Stop following task", group: "More" }
    : { command: "task.follow", title: "Follow task", group: "More" };
}
