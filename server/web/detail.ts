import type { Context } from "hono";
import type { TaskDetailProps } from "../../views/tasks/detail.tsx";
import type { Commenting } from "../../views/tasks/comments.tsx";
import type { TextEdit } from "../../views/tasks/text.tsx";
import { isCommenter, isManager, isTaskWriter } from "../domain/core/actor.ts";
import { perform } from "../domain/core/operation.ts";
import { findTask } from "../domain/tasks/find.ts";
import { parseJson } from "../domain/core/json.ts";
import { readTaskTexts } from "../domain/tasks/texts.ts";
import type { Env } from "../http/env.ts";
import { historyRangeOf } from "./history_range.ts";
import { teamsOf } from "./shell.ts";
import { readHistoryRange } from "./task_history.ts";
import { whyNot } from "./writable.ts";

/** What is open for editing on a task's page. */
export interface Opened {
  /** Its text is the task's own unless one was typed already. */
  edit?: Omit<TextEdit, "value"> & { value?: string } | null;
  /** The comment being written; a new one unless it is named. */
  writing?: Commenting["writing"] | undefined;
}

/**
 * Everything that a task's page shows.
 * @param taskId a reference or an id
 * @throws NotFound when there is none, or none for this member
 */
export async function readDetail(
  c: Context<Env>,
  taskId: string,
  { edit = null, writing = { commentId: null } }: Opened = {},
): Promise<TaskDetailProps> {
  const deps = c.get("deps");
  const member = c.get("member");
  const [found, teams] = await Promise.all([
    perform(deps, member, findTask, { taskId }),
    teamsOf(c),
  ]);
  const task = parseJson(found.task);
  const historyRange = historyRangeOf(c);
  const [refusal, history] = await Promise.all([
    whyNot(c, task),
    readHistoryRange(c, task, historyRange),
  ]);
  const texts = [task.description ?? "", ...history.comments.entries.map(({ body }) => body)];
  const read = await perform(deps, member, readTaskTexts, { taskId: task.id, texts });
  const team = teams.find(({ id }) => id === task.teamId);
  const changeable = team !== undefined && task.archivedAt === null;
  return {
    task,
    team,
    reading: { now: deps.clock(), timeZone: member.workspace.timeZone },
    edit: edit && !refusal ? { ...edit, value: edit.value ?? task[edit.field] ?? "" } : null,
    refusal,
    mayAct: team !== undefined && isTaskWriter(member, task.teamId),
    commenting: {
      viewerId: member.profile.id,
      allowed: isCommenter(member, task.teamId) && changeable,
      manager: isManager(member) && changeable,
      writing,
      historyRange,
    },
    history,
    read,
  };
}
