import { TaskCreate, TaskPatch } from "../../../server/domain/tasks/schema.ts";
import { assertNone } from "../../support/missing.ts";

/** A field of a task that is given when it is made or changed. */
export type Field = keyof typeof TaskCreate.shape | keyof typeof TaskPatch.shape;
/** Fields that a surface lacks on purpose, each with its reason. */
export type Apart = Partial<Record<Field, string>>;

/** The fields of a new task, of a change, and of both. */
export const made = Object.keys(TaskCreate.shape) as Field[];
export const changed = Object.keys(TaskPatch.shape) as Field[];
export const all = [...new Set([...made, ...changed])];

/** What the command lines call a field, where that isn't its name. */
export const called: Partial<Record<Field, string>> = {
  tags: "tag",
  resources: "resource",
  relations: "relatesTo",
};

/** Reasons that several surfaces share. */
export const texts: Apart = {
  title: "a text, which is edited in its place",
  description: "a text, which is edited in its place",
};
export const amongOthers: Apart = {
  before: "where it stands among others is told by their order",
  after: "where it stands among others is told by their order",
  beforeSibling: "where it stands among others is told by their order",
  afterSibling: "where it stands among others is told by their order",
};
/** What a list doesn't tell of a task. */
export const untold: Apart = {
  stateId: "told as `state`",
  templateId: "a task doesn't keep its template",
  resources: "the whole record alone tells its links, which change one by one",
  relations: "the whole record alone tells its relations, which change one by one",
  ...amongOthers,
};
export const asWhole: Apart = {
  draft: "publishing and discarding are acts on the whole task",
  stateId: "a status picks its first state",
};

/** Asserts that a surface has every field except those in `apart`, and that it lacks these. */
export function holds(
  surface: string,
  fields: readonly Field[],
  apart: Apart,
  has: (field: Field) => boolean,
) {
  assertNone(
    fields.filter((field) => !has(field) && !Object.hasOwn(apart, field)),
    (field) =>
      `${surface} lacks the task's field "${field}". Add it there, or the reason to ` +
      "tests/gates/task_fields_test.ts (of templates: template_fields_test.ts).",
  );
  assertNone(
    Object.keys(apart).filter((field) => has(field as Field)),
    (field) =>
      `${surface} has the task's field "${field}" now. Remove the reason against it from ` +
      "tests/gates/task_fields_test.ts (of templates: template_fields_test.ts).",
  );
}

/** What the composer's dialog is filled with, by its fields. */
export function fillingOf(html: string): Map<string, string> {
  const chosen = html.matchAll(/<select name="(\w+)"[^>]*><option value="([^"]*)" selected/g);
  const written = html.matchAll(/<textarea[^>]* name="(\w+)"[^>]*>\s*([^<]*)</g);
  return new Map([...chosen, ...written].map(([, name, value]) => [name!, value!]));
}
