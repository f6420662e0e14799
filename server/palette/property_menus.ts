import { propertyOf, taskProperties, type TaskProperty } from "../../views/tasks/properties/all.ts";
import type { PropertyOptions } from "../../views/tasks/properties/property.ts";
import type { Choice } from "../../views/ui/menu.tsx";
import { isTaskWriter, type Member } from "../domain/core/actor.ts";
import { parseJson } from "../domain/core/json.ts";
import { type ReadContext, within } from "../domain/core/operation.ts";
import { typedText } from "../domain/core/typed_text.ts";
import { LARGEST_PAGE } from "../domain/core/page_size.ts";
import { listMilestones } from "../domain/milestones/list.ts";
import { listTasks } from "../domain/tasks/list.ts";
import { type Task, TaskPatch } from "../domain/tasks/schema.ts";
import { listTeams } from "../domain/teams/list.ts";
import type { MenuAction } from "./menu_action.ts";
import type { RecordCommands } from "./record_command.ts";
import type { PaletteViewer } from "./schema.ts";
import { patching } from "./task_patch.ts";

/** The properties that have actions of their own. */
const worded: readonly TaskProperty[] = [
  "status",
  "priority",
  "assignee",
  "labels",
  "deadline",
  "project",
];
const others = taskProperties.filter((name) => !worded.includes(name));

/** Returns the actions of all other properties: one for each choice in their menus. */
export async function propertyActions(
  context: ReadContext<Member>,
  viewer: PaletteViewer,
  task: Task,
): Promise<MenuAction[]> {
  const actions: MenuAction[] = [];
  for (const name of others) {
    const options = await readOptions(context, task, name);
    const choices = propertyOf(name).choices({ task, options, viewerId: viewer.profileId });
    actions.push(...choices.map((choice) => actionOf(name, choice)));
  }
  return actions;
}

function actionOf(property: TaskProperty, { name, hint, chosen, send }: Choice): MenuAction {
  const { name: group } = propertyOf(property);
  const { set, clear } = commandNamesOf(property);
  const word = group.toLowerCase();
  if (!send?.value) return { command: clear, title: `Clear ${word}`, group };
  const { value } = send;
  return {
    command: set,
    title: `Set ${word}: ${name}`,
    group,
    value,
    hint,
    current: chosen ?? false,
  };
}

/** The commands of these actions. */
export const propertyCommands: RecordCommands<Task> = Object.assign({}, ...others.map(commandsOf));

function commandsOf(name: TaskProperty): RecordCommands<Task> {
  const { field, name: group } = propertyOf(name);
  const { set, clear } = commandNamesOf(name);
  const typed = typedText(TaskPatch.shape[field]);
  const commands: RecordCommands<Task> = {
    [set]: patching(
      "value",
      (value) => ({ [field]: typed.read(value) }),
      ({ reference }) => `${group} of ${reference} changed`,
    ),
  };
  const none = patching(
    "nothing",
    () => ({ [field]: null }),
    ({ reference }) => `${group} of ${reference} cleared`,
  );
  return typed.none ? { ...commands, [clear]: none } : commands;
}

function commandNamesOf(name: TaskProperty): { set: string; clear: string } {
  const called = name[0]!.toUpperCase() + name.slice(1);
  return { set: `task.set${called}`, clear: `task.clear${called}` };
}

async function readOptions(
  context: ReadContext<Member>,
  task: Task,
  name: TaskProperty,
): Promise<PropertyOptions> {
  const options: Record<string, unknown> = {};
  for (const list of propertyOf(name).needs ?? []) {
    options[list] = await readers[list]?.(context, task);
  }
  return options;
}

/** Readers of the menus' choices. */
const readers: {
  [L in keyof PropertyOptions]?: (
    context: ReadContext<Member>,
    task: Task,
  ) => Promise<PropertyOptions[L]>;
} = {
  milestones: async (context, { projectId }) =>
    projectId ? parseJson((await within(context, listMilestones, { projectId })).records) : [],
  parents: async (context, { id, teamId }) => {
    const newest = parseJson((await within(context, listTasks, { teamId, limit: 30 })).records);
    return newest.filter((task) => task.id !== id);
  },
  teams: async (context) => {
    const teams = parseJson((await within(context, listTeams, { limit: LARGEST_PAGE })).records);
    return teams.filter(({ id }) => isTaskWriter(context.actor, id));
  },
};
