import { raw } from "hono/html";
import type { Commenting } from "../../../views/tasks/comments.tsx";
import { TaskDetailContent } from "../../../views/tasks/detail.tsx";
import type { OpenForms } from "../../../views/tasks/open_forms.ts";
import type { TaskEdit } from "../../../views/tasks/text.tsx";
import { parseJson } from "../../domain/core/json.ts";
import type { readDetail } from "./detail.ts";

type Detail = Awaited<ReturnType<typeof readDetail>>;

/** What is being written on the page. */
interface Written {
  edit: TaskEdit | null;
  writing: Commenting["writing"];
  forms: OpenForms;
  /** Whether it stands in the panel beside a list. */
  peeked: boolean;
}

/**
 * A task, as its page and a peek show it. What was drawn of the same record, the same texts and the same permissions on the
 * same day is shown again, until a moment in it would be told otherwise.
 */
export function drawDetail(
  { memory, record, task, history, texts, clock, ...read }: Detail,
  { edit, writing, forms, peeked }: Written,
) {
  const { team, refusal, mayAct, subTasks, approvals } = read;
  const commenting = { ...read.commenting, writing };
  const others = { team, refusal, mayAct, edit, commenting, forms, approvals, peeked };
  const draw = () =>
    String(TaskDetailContent({
      task,
      history,
      texts,
      clock,
      subTasks: parseJson(subTasks),
      ...others,
    }));
  const isWhole = history.comments.entries === task.comments &&
    history.history.entries === task.activity;
  if (!isWhole) return raw(draw());
  const { timeZone, today } = clock;
  const key = JSON.stringify([timeZone, today, others, ...texts.values()]) + subTasks + record;
  const now = clock.now.getTime();
  const known = memory.tasks.get(key, now);
  if (known !== undefined) return raw(known);
  const html = draw();
  memory.tasks.keep(key, html, now, clock.until);
  return raw(html);
}
