import type { ListLook } from "../../server/domain/preferences/schema.ts";
import type { TaskSort } from "../../server/domain/tasks/schema.ts";
import { type ListQuery, onlyRecord } from "../paths.ts";
import { sortWords } from "../ui/words.ts";

/** Explains why rows or cards can't be moved within their group, if they can't. */
export function whyNotPlaced(
  { teamId, sort = "-createdAt", layout }: ListQuery,
  { subTasks }: Partial<ListLook> = {},
): string | undefined {
  const board = layout === "board";
  if (sort !== "position") {
    const how = onlyRecord(teamId)
      ? "choose Manual order in Display"
      : "filter by one team and choose Manual order in Display";
    const moved = board ? "cards within a column" : "tasks";
    return `Current order: ${sortWords[sort as TaskSort].toLowerCase()}. To move ${moved}, ${how}.`;
  }
  return !board && subTasks === "below"
    ? "Sub-tasks are nested under their parents. To move tasks, turn off nesting in Display."
    : undefined;
}
