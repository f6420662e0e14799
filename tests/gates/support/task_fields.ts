import { TaskCreate, TaskPatch } from "../../../server/domain/tasks/schema.ts";
import { assertNone } from "../../support/missing.ts";

/** A field that can be set when a task is created or changed. */
export type Field = keyof typeof TaskCreate.shape | keyof typeof TaskPatch.shape;
/** Fields that a surface lacks on purpose, with the reasons. */
export type Apart = Partial<Record<Field, string>>;

/** The fields of a new task, of a change, and of both. */
export const made = Object.keys(TaskCreate.shape) as Field[];
export const changed = Object.keys(TaskPatch.shape) as Field[];
export const all = [...new Set([...made, ...changed])];

/** Flag names on the command lines, where they differ from the field's name. */
export const called: Partial<Record<Field, string>> = {
  tags: "tag",
  resources: "resource",
  relations: "relatesTo",
};

/** Reasons that several surfaces share. */
export const texts: Apart = {
  title: "edited in place, without a menu",
  description: "edited in place, without a menu",
};
export const amongOthers: Apart = {
  before: "the order of the list shows the position",
  after: "the order of the list shows the position",
  beforeSibling: "the order of the list shows the position",
  afterSibling: "the order of the list shows the position",
};
/** Fields that the record of a task in a list doesn't return. */
export const untold: Apart = {
  stateId: "returned as `state`",
  templateId: "a task doesn't store its template",
  resources: "only the full record returns links, which change one at a time",
  relations: "only the full record returns relations, which change one at a time",
  ...amongOthers,
};
export const asWhole: Apart = {
  draft: "publishing and discarding are actions on the whole task",
  stateId: "choosing a status sets its first state",
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

/** The composer's initial values, by field. */
export function fillingOf(html: string): Map<string, string> {
  const chosen = html.matchAll(/<select name="(\w+)"[^>]*><option value="([^"]*)" selected/g);
  const written = html.matchAll(/<textarea[^>]* name="(\w+)"[^>]*>\s*([^<]*)</g);
  return new Map([...chosen, ...written].map(([, name, value]) => [name!, value!]));
}
