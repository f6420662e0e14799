import { raw } from "hono/html";
import type { Commenting } from "../../../views/tasks/comments.tsx";
import { TaskDetailContent } from "../../../views/tasks/detail.tsx";
import type { OpenForms } from "../../../views/tasks/open_forms.ts";
import type { TaskEdit } from "../../../views/tasks/text.tsx";
import { parseJson } from "../../domain/core/json.ts";
import type { readDetail } from "./detail.ts";

type Detail = Awaited<ReturnType<typeof readDetail>>;

/** The open forms of the page. */
interface Written {
  edit: TaskEdit | null;
  writing: Commenting["writing"];
  forms: OpenForms;
  /** Whether it is in the panel beside a list. */
  peeked: boolean;
}

/**
 * A task on its page or in the panel. Its HTML is cached by record, texts, permissions, and day, until one of its relative
 * times changes.
 */
export function drawDetail(
  { memory, record, task, history, texts, clock, ...read }: Detail,
  { edit, writing, forms, peeked }: Written,
) {
  const { team, refusal, editable, mayAct, joined, subTasks } = read;
  const commenting = { ...read.commenting, writing };
  const rights = { refusal, editable, mayAct, joined };
  const others = { team, ...rights, edit, commenting, forms, peeked };
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
  const key = JSON.stringify([timeZone, today, others, ...texts]) + subTasks + record;
  const now = clock.now.getTime();
  const known = memory.tasks.get(key, now);
  if (known !== undefined) return raw(known);
  const html = draw();
  memory.tasks.keep(key, html, now, clock.until);
  return raw(html);
}
