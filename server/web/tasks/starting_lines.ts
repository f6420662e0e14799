import type { TaskDraft } from "../../domain/tasks/schema.ts";
import type { RelationKind } from "../../domain/vocabulary.ts";
import type { FieldReader } from "../forms.ts";

/** What stands on each line of a field, and of every one of its name; undefined where nothing does. */
function linesOf(fields: URLSearchParams, name: string): string[] | undefined {
  const lines = fields.getAll(name).flatMap((text) => text.split(/\r?\n/))
    .map((line) => line.trim()).filter(Boolean);
  return lines.length > 0 ? lines : undefined;
}

/** The links that a new task starts with, a line each: `https://… Its title`. */
export const startingLinks: FieldReader<TaskDraft["resources"]> = (fields, name) =>
  linesOf(fields, name)?.map((line) => {
    const [url, title] = split(line);
    return title ? { url, title } : { url };
  });

/** Its relations, a line each: `blocks ENG-12`. A reference alone is related. */
export const startingRelationsField: FieldReader<TaskDraft["relations"]> = (fields, name) =>
  linesOf(fields, name)?.map((line) => {
    const [first, second] = split(line);
    // What is no kind goes on as it was typed, to be refused
    return second
      ? { kind: first as RelationKind, taskId: second }
      : { kind: "relatesTo", taskId: first };
  });

function split(line: string): [first: string, rest: string] {
  const at = line.search(/\s/);
  return at < 0 ? [line, ""] : [line.slice(0, at), line.slice(at).trim()];
}
