import { type GlobalName, globalNames } from "./catalogue.ts";
import type { Change } from "./change.ts";
import { projectChanges } from "./project_changes.ts";
import { draftChanges, teamChanges, viewChanges } from "./record_changes.ts";
import type { Subject, SubjectKind } from "./subject.ts";
import { taskChanges } from "./task_changes.ts";

/** The commands that change a record, by the kind of record. */
const changes = {
  task: { ...taskChanges, ...draftChanges },
  project: projectChanges,
  team: teamChanges,
  view: viewChanges,
};

/** The commands of a record that lead somewhere. */
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
  ...Object.values(changes).flatMap(Object.keys),
];

export function isGlobal(name: string): name is GlobalName {
  return (globalNames as readonly string[]).includes(name);
}

/** The kind of record that a command is for: a draft is a task. */
export function kindFor(name: string): SubjectKind {
  const kind = name.split(".")[0]!;
  return (kind === "draft" ? "task" : kind) as SubjectKind;
}

/** What a command does to a record of its kind; undefined for one that leads somewhere. */
export function changeFor(name: string, kind: SubjectKind): Change<Subject["record"]> | undefined {
  return kind === "person"
    ? undefined
    : changes[kind][name] as Change<Subject["record"]> | undefined;
}
