import { contextualItem, type MenuAction, menuItem, narrowed } from "./menu_action.ts";
import { isPinned } from "./pins.ts";
import { projectHeadlines, projectLaunches, projectMenu } from "./project_menu.ts";
import { favoriteAction, noDate } from "./record_actions.ts";
import {
  draftActions,
  draftLaunches,
  personLaunches,
  teamLaunches,
  viewLaunches,
  viewMenu,
} from "./other_record_menus.ts";
import type { PaletteItem, PaletteViewer } from "./schema.ts";
import { isGone, type PaletteSubject } from "./subject.ts";
import { taskHeadlines, taskLaunches, taskMenu } from "./task_menu.ts";
import type { Member } from "../domain/core/actor.ts";
import { canWriteProject } from "../domain/projects/permission.ts";
import { taskRightsOf } from "../domain/tasks/permission.ts";
import type { ReadContext } from "../domain/core/operation.ts";

/** How many matching actions the main list shows. */
const MOST_FIRST_ACTIONS = 5;

/**
 * Returns all actions of a record, grouped by intent. An archived record only offers Open.
 * @param text filters the actions and finds choices beyond the first ones; empty for all
 */
export async function menuOf(
  context: ReadContext<Member>,
  viewer: PaletteViewer,
  subject: PaletteSubject,
  text: string,
): Promise<PaletteItem[]> {
  const actions = await actionsOf(context, viewer, subject, text);
  return actions.map((action) =>
    menuItem(subject, action, isRefused(context.actor, subject, action))
  );
}

/** Returns the reason that a text isn't a valid date for the record, or null if it doesn't look like a date. */
export function noDateOf(
  { actor, now }: ReadContext<Member>,
  subject: PaletteSubject,
  text: string,
): string | null {
  const dated = subject.kind === "project" || (subject.kind === "task" && !subject.record.draft);
  if (!dated || isGone(subject)) return null;
  return noDate(text, now, actor.workspace.timeZone, actor.preferences.weekStart);
}

/** Returns the first matching actions as rows of the main list. @param text filters the actions */
export async function firstActionsOf(
  context: ReadContext<Member>,
  viewer: PaletteViewer,
  subject: PaletteSubject,
  text: string,
): Promise<PaletteItem[]> {
  const actions = await actionsOf(context, viewer, subject, text);
  return actions.slice(0, MOST_FIRST_ACTIONS).map((action) =>
    contextualItem(subject, action, isRefused(context.actor, subject, action))
  );
}

/** Commands that everyone can run on a record that they can see. */
const personal = /\.(un)?(favorite|follow|subscribe)$/;

/** Returns whether the actor lacks the permission for an action. `RULES.md`, Permissions */
function isRefused(actor: Member, subject: PaletteSubject, { command, href }: MenuAction): boolean {
  if (href !== undefined || personal.test(command)) return false;
  if (subject.kind === "project") {
    return !canWriteProject(actor, { lead_id: subject.record.leadId });
  }
  if (subject.kind !== "task") return false;
  const { write, act } = taskRightsOf(actor, subject.record);
  return subject.record.draft ? !act : !write;
}

async function actionsOf(
  context: ReadContext<Member>,
  viewer: PaletteViewer,
  subject: PaletteSubject,
  text: string,
): Promise<MenuAction[]> {
  const actions = isGone(subject)
    ? launchesOf(context, viewer, subject)
    : await allActionsOf(context, viewer, subject, text);
  return narrowed(actions, text);
}

async function allActionsOf(
  context: ReadContext<Member>,
  viewer: PaletteViewer,
  subject: PaletteSubject,
  text: string,
): Promise<MenuAction[]> {
  switch (subject.kind) {
    case "task":
      if (subject.record.draft) return [...draftLaunches(subject.record), ...draftActions];
      return await taskMenu(context, viewer, subject.record, text);
    case "project":
      return await projectMenu(context, viewer, subject.record, text);
    case "person":
      return personLaunches(context.actor, viewer, subject.record);
    case "team": {
      const pinned = await isPinned(context, "team", subject.record.id);
      return [...teamLaunches(viewer, subject.record), favoriteAction("team", pinned)];
    }
    case "view":
      return await viewMenu(context, subject.record);
  }
}

/** Returns the actions that open pages. Archived records only have those that open records. */
export function launchesOf(
  { actor }: ReadContext<Member>,
  viewer: PaletteViewer,
  subject: PaletteSubject,
): MenuAction[] {
  const launches = () => {
    switch (subject.kind) {
      case "task":
        return subject.record.draft
          ? draftLaunches(subject.record)
          : taskLaunches(viewer, subject.record);
      case "project":
        return projectLaunches(actor, viewer, subject.record);
      case "person":
        return personLaunches(actor, viewer, subject.record);
      case "team":
        return teamLaunches(viewer, subject.record);
      case "view":
        return viewLaunches(subject.record);
    }
  };
  return isGone(subject) ? launches().filter(({ group }) => group === "Open") : launches();
}

/** Returns the few actions of a record for the main list, without more reads. */
export function headlinesOf(
  { actor }: ReadContext<Member>,
  viewer: PaletteViewer,
  subject: PaletteSubject,
): PaletteItem[] {
  const actions = () => {
    switch (subject.kind) {
      case "task":
        return subject.record.draft ? draftActions : taskHeadlines(viewer, subject.record);
      case "project":
        return projectHeadlines(actor, viewer, subject.record);
      case "person":
        return personLaunches(actor, viewer, subject.record).slice(1);
      case "team":
        return teamLaunches(viewer, subject.record).slice(1);
      case "view":
        return viewLaunches(subject.record).slice(0, 1);
    }
  };
  return actions().map((action) =>
    contextualItem(subject, action, isRefused(actor, subject, action))
  );
}
