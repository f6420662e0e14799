import type { ListLook } from "../../server/domain/preferences/schema.ts";
import type { TaskSort } from "../../server/domain/tasks/schema.ts";
import { type ListQuery, onlyRecord } from "../paths.ts";
import { sortWords } from "../ui/words.ts";

/** Why cards of a column, or rows of a group, can't be put elsewhere in it by hand; nothing where they can. */
export function whyNotPlaced(
  { teamId, sort = "-createdAt", layout }: ListQuery,
  { subTasks }: Partial<ListLook> = {},
): string | undefined {
  const board = layout === "board";
  if (sort !== "position") {
    const how = onlyRecord(teamId)
      ? `Order by hand, in Display, to move ${board ? "cards within a column" : "tasks"}.`
      : `A team's own ${board ? "board" : "list"} can be ordered by hand.`;
    return `Sorted by ${sortWords[sort as TaskSort].toLowerCase()}. ${how}`;
  }
  return !board && subTasks === "below"
    ? "Sub-tasks stand below their parents. Show them beside, in Display, to move tasks."
    : undefined;
}
