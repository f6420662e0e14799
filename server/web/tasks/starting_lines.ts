import type { TaskDraft } from "../../domain/tasks/schema.ts";
import type { RelationKind } from "../../domain/vocabulary.ts";
import type { FieldReader } from "../forms.ts";

/** Returns the lines of all fields with a name, or undefined if they are empty. */
function linesOf(fields: URLSearchParams, name: string): string[] | undefined {
  const lines = fields.getAll(name).flatMap((text) => text.split(/\r?\n/))
    .map((line) => line.trim()).filter(Boolean);
  return lines.length > 0 ? lines : undefined;
}

/** Reads a new task's links, one per line: `https://… Its title`. */
export const startingLinks: FieldReader<TaskDraft["resources"]> = (fields, name) =>
  linesOf(fields, name)?.map((line) => {
    const [url, title] = split(line);
    return title ? { url, title } : { url };
  });

/** Reads a new task's relations, one per line: `blocks ENG-12`. A reference alone means "related to". */
export const startingRelationsField: FieldReader<TaskDraft["relations"]> = (fields, name) =>
  linesOf(fields, name)?.map((line) => {
    const [first, second] = split(line);
    // An unknown kind is passed on, so that it is refused
    return second
      ? { kind: first as RelationKind, taskId: second }
      : { kind: "relatesTo", taskId: first };
  });

function split(line: string): [first: string, rest: string] {
  const at = line.search(/\s/);
  return at < 0 ? [line, ""] : [line.slice(0, at), line.slice(at).trim()];
}
