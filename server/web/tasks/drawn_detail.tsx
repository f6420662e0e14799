import { raw } from "hono/html";
import type { Commenting } from "../../../views/tasks/comments.tsx";
import { TaskDetailMain } from "../../../views/tasks/detail.tsx";
import type { TextEdit } from "../../../views/tasks/text.tsx";
import type { readDetail } from "./detail.ts";

type Detail = Awaited<ReturnType<typeof readDetail>>;

/**
 * The main part of a task's page. What was drawn of the same record, the same texts and the same permissions on the
 * same day is shown again, until a moment in it would be told otherwise.
 */
export function drawDetail(
  { memory, record, task, history, texts, reading, ...read }: Detail,
  edit: TextEdit | null,
  writing: Commenting["writing"],
) {
  const { team, refusal, mayAct } = read;
  const others = { team, refusal, mayAct, edit, commenting: { ...read.commenting, writing } };
  const draw = () => String(TaskDetailMain({ task, history, texts, reading, ...others }));
  const isWhole = history.comments.entries === task.comments &&
    history.history.entries === task.activity;
  if (!isWhole) return raw(draw());
  const { timeZone, today } = reading;
  const key = JSON.stringify([timeZone, today, others, ...texts.values()]) + record;
  const now = reading.now.getTime();
  const known = memory.tasks.get(key, now);
  if (known !== undefined) return raw(known);
  const html = draw();
  memory.tasks.keep(key, html, now, reading.until);
  return raw(html);
}
