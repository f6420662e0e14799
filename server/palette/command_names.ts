import { type GlobalName, globalNames } from "./catalogue.ts";
import type { RecordCommand } from "./record_command.ts";
import { projectCommands } from "./project_commands.ts";
import { draftCommands, teamCommands, viewCommands } from "./other_record_commands.ts";
import type { PaletteSubject, PaletteSubjectKind } from "./subject.ts";
import { taskCommands } from "./task_commands.ts";

/** The commands that change a record, by the kind of record. */
const commands = {
  task: { ...taskCommands, ...draftCommands },
  project: projectCommands,
  team: teamCommands,
  view: viewCommands,
};

/** The commands of a record that open a page. */
const launchNames = [
  "task.open",
  "task.openProject",
  "task.openTeam",
  "task.openAssignee",
  "task.createSubtask",
  "task.createInProject",
  "task.createInTeam",
  "draft.open",
  "project.open",
  "project.openLead",
  "project.createTask",
  "person.open",
  "person.createTask",
  "team.open",
  "team.createTask",
  "view.open",
  "view.openOwner",
  "view.openTeam",
  "view.openProject",
];

/** Every command that can be posted, by name. */
export const commandNames: readonly string[] = [
  ...globalNames,
  ...launchNames,
  ...Object.values(commands).flatMap(Object.keys),
];

export function isGlobal(name: string): name is GlobalName {
  return (globalNames as readonly string[]).includes(name);
}

/** Returns the kind of record that a command is for. A draft is a task. */
export function kindFor(name: string): PaletteSubjectKind {
  const kind = name.split(".")[0]!;
  return (kind === "draft" ? "task" : kind) as PaletteSubjectKind;
}

/** Returns the action of a record command, or `undefined` for a command that opens a page. */
export function recordCommandFor(
  name: string,
  kind: PaletteSubjectKind,
): RecordCommand<PaletteSubject["record"]> | undefined {
  return kind === "person"
    ? undefined
    : commands[kind][name] as RecordCommand<PaletteSubject["record"]> | undefined;
}
