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

/** The orders that a list can be asked for in. */
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

/** The API's words, in the order in which help tells them. */
function namesOf<W extends string>(words: Readonly<Record<W, true>>): W[] {
  return Object.keys(words) as W[];
}

type Given<V> = V extends readonly unknown[] ? ListOption
  : V extends number ? NumberOption
  : ValueOption;

type Clearing = readonly [name: string, option: SwitchOption];

/** How a field of a task is given, taken away, and told on a terminal. */
interface TaskField {
  option: Option;
  /** What its option is called, where that isn't the field's name. */
  called?: string;
  /** What takes it away; a field that can't be without a value has none. */
  clear: Clearing | null;
  /** What a terminal shows of it besides the text; null for what a record doesn't name. */
  shown: [name: string, value: (task: Task) => string | null | undefined] | null;
}

/** The same, as the field's values want it. */
interface FieldOf<V> extends TaskField {
  option: Given<NonNullable<V>>;
  clear: null extends V ? Clearing : V extends readonly unknown[] | undefined ? Clearing : null;
}

/** What options of their own give: a task's title and team, its drafts, and what one command alone takes. */
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

/** The fields of a task as options give them; the names are the API's. */
export const taskFields: { readonly [F in Field]: FieldOf<TaskPatch[F]> } = {
  description: {
    option: value(
      "<text>",
      "What it is about, in Markdown; - reads it from standard input or $EDITOR",
    ),
    clear: ["clearDescription", flag("Take the description away")],
    shown: null,
  },
  projectId: {
    option: value("<id>", "The project it belongs to"),
    clear: ["clearProject", flag("Take it out of its project")],
    shown: ["Project", ({ project }) => project?.name],
  },
  milestoneId: {
    option: value("<id>", "The project's milestone"),
    clear: ["clearMilestone", flag("Take it out of its milestone")],
    shown: ["Milestone", ({ milestone }) => milestone?.name],
  },
  assigneeId: {
    option: value("<id>", "The profile of whoever does it"),
    clear: ["clearAssignee", flag("Leave it to nobody")],
    shown: ["Assignee", ({ assignee }) => assignee?.name],
  },
  deadlineAt: {
    option: value("<date>", "The day it is due: 2026-12-03; a time means its day"),
    clear: ["clearDeadline", flag("Take the deadline away")],
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
    option: value("<id>", "The task it is a part of"),
    clear: ["clearParent", flag("Make it stand alone")],
    shown: ["Parent", ({ parentId }) => parentId],
  },
  tags: {
    option: list("<label>", "A label's name or id; repeat it for several"),
    called: "tag",
    clear: ["clearTags", flag("Take every label away")],
    shown: ["Labels", ({ tags }) => tags.join(", ")],
  },
};

type Relation = NonNullable<TaskDraft["relations"]>[number];

/** What each relation of a new task is called, and how help tells it. */
const relationHelp: Readonly<Record<Relation["kind"], string>> = {
  blocks: "A task that it blocks",
  blockedBy: "A task that blocks it",
  relatesTo: "A task that it has to do with",
  duplicates: "A task that it says again",
  duplicatedBy: "A task that says it again",
};
export const relationNames = Object.keys(relationHelp) as Relation["kind"][];

/** The options that give what a new task starts with besides its fields: its links, and its relations. */
export const startingOptions: Readonly<Record<string, ListOption>> = {
  resource: list("<link>", "A link, and after a space what it is called; repeat it for several"),
  ...Object.fromEntries(relationNames.map((kind) => [
    kind,
    list("<task>", `${relationHelp[kind]}, by id or reference; repeat it for several`),
  ])),
};

/** The body of a new task, with what it starts with. */
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

/** A link as its option gives it: `https://… Its title`. */
function linkOf(given: string) {
  const [, url = "", title = ""] = /^\s*(\S*)\s*([^]*?)\s*$/.exec(given) ?? [];
  return title ? { url, title } : { url };
}

const fields = Object.entries<TaskField>(taskFields);

/** The options that give a task's fields. */
export const givingOptions: Readonly<Record<string, Option>> = Object.fromEntries(
  fields.map(([field, { called = field, option }]) => [called, option]),
);

/** The options that take a field's value away. */
export const clearingOptions: Readonly<Record<string, SwitchOption>> = Object.fromEntries(
  fields.flatMap(([, { clear }]) => clear ? [clear] : []),
);

type Options = Readonly<Record<string, string | string[] | boolean | undefined>>;

/** The body that giving options make, with the description read where it was given as `-`. */
export async function taskBody(given: Options): Promise<Record<string, unknown>> {
  const body: Record<string, unknown> = { ...given };
  for (const [field, { called = field, option }] of fields) {
    delete body[called];
    if (given[called] !== undefined) body[field] = sent(option, given[called]);
  }
  if (body.description === "-") body.description = await readInput();
  return Object.fromEntries(Object.entries(body).filter(([, one]) => one !== undefined));
}

/** A number as one; what is none goes as it was typed, for the server to say what would be right. */
function sent(option: Option, given: unknown): unknown {
  return option.kind === "number" && /^-?\d+$/.test(String(given)) ? Number(given) : given;
}

/**
 * The same with what the clearing options take away.
 * @throws Failure with exit code 2 when a field is both given and taken away
 */
export async function taskPatch(given: Options): Promise<Record<string, unknown>> {
  const rest = { ...given };
  const gone: Record<string, unknown> = {};
  for (const [field, { called = field, clear, option }] of fields) {
    if (!clear) continue;
    if (rest[clear[0]] && rest[called] !== undefined) throw givenAndCleared(called, clear[0]);
    if (rest[clear[0]]) gone[field] = option.kind === "list" ? [] : null;
    delete rest[clear[0]];
  }
  return { ...await taskBody(rest), ...gone };
}
