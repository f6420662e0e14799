import type { Task, TaskDraft, TaskPatch, TaskSort } from "../server/domain/tasks/schema.ts";
import { givenAndCleared } from "./patch.ts";
import {
  choice,
  flag,
  list,
  type ListOption,
  type NumberOption,
  type Option,
  type SwitchOption,
  value,
  type ValueOption,
} from "./command.ts";
import { readInput } from "./prompt.ts";

/** `RULES.md`, Vocabularies. */
export const taskStatuses = namesOf<Task["status"]>({
  backlogged: true,
  planned: true,
  progressed: true,
  completed: true,
  cancelled: true,
});
export const priorities = namesOf<Task["priority"]>({
  none: true,
  low: true,
  medium: true,
  high: true,
  urgent: true,
});

/** The sort orders of a task list. */
export const taskSorts = namesOf<TaskSort>({
  "-createdAt": true,
  createdAt: true,
  "-updatedAt": true,
  updatedAt: true,
  "-priority": true,
  priority: true,
  deadlineAt: true,
  "-deadlineAt": true,
  position: true,
});

/** Returns the API's words in the order of the help. */
function namesOf<W extends string>(words: Readonly<Record<W, true>>): W[] {
  return Object.keys(words) as W[];
}

type Given<V> = V extends readonly unknown[] ? ListOption
  : V extends number ? NumberOption
  : ValueOption;

type Clearing = readonly [name: string, option: SwitchOption];

/** How a task's field is set, cleared, and shown on a terminal. */
interface TaskField {
  option: Option;
  /** The name of its option, if it differs from the field's. */
  called?: string;
  /** The option that clears the field; `null` if the field always has a value. */
  clear: Clearing | null;
  /** The label and value on a terminal; `null` if the field isn't shown there. */
  shown: [name: string, value: (task: Task) => string | null | undefined] | null;
}

/** A task's field whose options fit the type of its values. */
interface FieldOf<V> extends TaskField {
  option: Given<NonNullable<V>>;
  clear: null extends V ? Clearing : V extends readonly unknown[] | undefined ? Clearing : null;
}

/** Fields with options elsewhere: title, team, draft, and the fields that only one command sets. */
type GivenApart =
  | "title"
  | "teamId"
  | "draft"
  | "stateId"
  | "templateId"
  | "before"
  | "after"
  | "resources"
  | "relations"
  | "beforeSibling"
  | "afterSibling";
type Field = Exclude<keyof TaskDraft | keyof TaskPatch, GivenApart>;

/** The options for a task's fields, by the API's names. */
export const taskFields: { readonly [F in Field]: FieldOf<TaskPatch[F]> } = {
  description: {
    option: value(
      "<text>",
      "Description in Markdown; - reads standard input or opens $EDITOR",
    ),
    clear: ["clearDescription", flag("Remove the description")],
    shown: null,
  },
  projectId: {
    option: value("<id>", "Project, by ID, key, or name"),
    clear: ["clearProject", flag("Remove the task from its project")],
    shown: ["Project", ({ project }) => project?.name],
  },
  milestoneId: {
    option: value("<id>", "Milestone of the project"),
    clear: ["clearMilestone", flag("Remove the task from its milestone")],
    shown: ["Milestone", ({ milestone }) => milestone?.name],
  },
  assigneeId: {
    option: value("<id>", "Assignee, by profile ID, username, or name"),
    clear: ["clearAssignee", flag("Unassign the task")],
    shown: ["Assignee", ({ assignee }) => assignee?.name],
  },
  deadlineAt: {
    option: value("<date>", "Deadline, such as 2026-12-03; a time is converted to its day"),
    clear: ["clearDeadline", flag("Remove the deadline")],
    shown: ["Deadline", ({ deadlineAt }) => deadlineAt],
  },
  priority: {
    option: choice("<priority>", priorities),
    clear: null,
    shown: ["Priority", ({ priority }) => priority],
  },
  status: {
    option: choice("<status>", taskStatuses),
    clear: null,
    shown: ["Status", ({ draft, status, state }) => draft ? "draft" : `${status} (${state.name})`],
  },
  parentId: {
    option: value("<id>", "Parent task, by ID or reference"),
    clear: ["clearParent", flag("Remove the parent task")],
    shown: ["Parent", ({ parentId }) => parentId],
  },
  tags: {
    option: list("<label>", "Label, by name or ID (repeatable)"),
    called: "tag",
    clear: ["clearTags", flag("Remove all labels")],
    shown: ["Labels", ({ tags }) => tags.join(", ")],
  },
};

type Relation = NonNullable<TaskDraft["relations"]>[number];

/** Help for each relation of a new task. */
const relationHelp: Readonly<Record<Relation["kind"], string>> = {
  blocks: "Task that this task blocks",
  blockedBy: "Task that blocks this task",
  relatesTo: "Task related to this task",
  duplicates: "Task that this task duplicates",
  duplicatedBy: "Task that duplicates this task",
};
export const relationNames = Object.keys(relationHelp) as Relation["kind"][];

/** The options for a new task's links and relations. */
export const startingOptions: Readonly<Record<string, ListOption>> = {
  resource: list("<link>", "Link URL, followed by a space and a title (repeatable)"),
  ...Object.fromEntries(relationNames.map((kind) => [
    kind,
    list("<task>", `${relationHelp[kind]}, by ID or reference (repeatable)`),
  ])),
};

/** Builds the body of a new task, with its links and relations. */
export async function newTaskBody(given: Options): Promise<Record<string, unknown>> {
  const listed = (name: string) => {
    const values = given[name];
    return Array.isArray(values) ? values : [];
  };
  const resources = listed("resource").map(linkOf);
  const relations = relationNames.flatMap((kind) =>
    listed(kind).map((taskId) => ({ kind, taskId }))
  );
  const fields = Object.entries(given).filter(([name]) => !Object.hasOwn(startingOptions, name));
  return {
    ...await taskBody(Object.fromEntries(fields)),
    ...(resources.length > 0 && { resources }),
    ...(relations.length > 0 && { relations }),
  };
}

/** Parses a link from an option: `https://… Its title`. */
function linkOf(given: string) {
  const [, url = "", title = ""] = /^\s*(\S*)\s*([^]*?)\s*$/.exec(given) ?? [];
  return title ? { url, title } : { url };
}

const fields = Object.entries<TaskField>(taskFields);

/** The options that set a task's fields. */
export const givingOptions: Readonly<Record<string, Option>> = Object.fromEntries(
  fields.map(([field, { called = field, option }]) => [called, option]),
);

/** The options that clear a task's fields. */
export const clearingOptions: Readonly<Record<string, SwitchOption>> = Object.fromEntries(
  fields.flatMap(([, { clear }]) => clear ? [clear] : []),
);

type Options = Readonly<Record<string, string | string[] | boolean | undefined>>;

/** Builds a request body from options. Reads the description from standard input if it is `-`. */
export async function taskBody(given: Options): Promise<Record<string, unknown>> {
  const body: Record<string, unknown> = { ...given };
  for (const [field, { called = field, option }] of fields) {
    delete body[called];
    if (given[called] !== undefined) body[field] = sent(option, given[called]);
  }
  if (body.description === "-") body.description = await readInput();
  return Object.fromEntries(Object.entries(body).filter(([, one]) => one !== undefined));
}

/** Converts a number. Other text is sent as typed, so that the server can describe the valid values. */
function sent(option: Option, given: unknown): unknown {
  return option.kind === "number" && /^-?\d+$/.test(String(given)) ? Number(given) : given;
}

/**
 * Builds a request body from options that set or clear fields.
 * @throws Failure with exit code 2 if a field is both set and cleared
 */
export async function taskPatch(given: Options): Promise<Record<string, unknown>> {
  const rest = { ...given };
  const cleared: Record<string, unknown> = {};
  for (const [field, { called = field, clear, option }] of fields) {
    if (!clear) continue;
    if (rest[clear[0]] && rest[called] !== undefined) throw givenAndCleared(called, clear[0]);
    if (rest[clear[0]]) cleared[field] = option.kind === "list" ? [] : null;
    delete rest[clear[0]];
  }
  return { ...await taskBody(rest), ...cleared };
}
