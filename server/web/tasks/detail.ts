import type { taskPagePath } from "../../../views/paths.ts";
import { isCommenter, isManager, isTaskWriter, type Member } from "../../domain/core/actor.ts";
import { findTask } from "../../domain/tasks/find.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { PageContext } from "../context.ts";
import { readerClockOf } from "../reader_clock.ts";
import { historyRangeOf } from "./history_range.ts";
import { showTexts } from "./shown_texts.ts";
import { readHistoryRange } from "./task_history.ts";
import { whyNotWritable } from "./why_not_writable.ts";

/**
 * Everything that a task's page shows, but for what is being written on it.
 * @throws NotFound when there is none, or none for this member
 */
export async function readDetail(at: PageContext<Member, typeof taskPagePath>) {
  const { taskId } = at.params;
  const [found, teams, favorites] = await Promise.all([
    at.ask(findTask, { taskId }),
    at.teams(),
    at.favorites(),
  ]);
  const task = parseJson(found.json);
  const historyRange = historyRangeOf(at.url);
  const history = await readHistoryRange(at, task, historyRange);
  const written = [task.description ?? "", ...history.comments.entries.map(({ body }) => body)];
  const texts = await showTexts(at, task.id, written);
  const team = teams.find(({ id }) => id === task.teamId);
  const changeable = team !== undefined && task.archivedAt === null;
  return {
    memory: at.memory,
    /** The task's record, as it was read. */
    record: found.json,
    task,
    favorite: favorites.some(({ id }) => id === task.id),
    team,
    reading: readerClockOf(at),
    refusal: whyNotWritable(at.viewer, team, task),
    mayAct: team !== undefined && isTaskWriter(at.viewer, task.teamId),
    commenting: {
      historyRange,
      viewerId: at.viewer.profile.id,
      allowed: isCommenter(at.viewer, task.teamId) && changeable,
      manager: isManager(at.viewer) && changeable,
    },
    history,
    texts,
    /** What its URL opens for editing. */
    opens: { field: at.url.searchParams.get("edit"), comment: at.url.searchParams.get("comment") },
  };
}
