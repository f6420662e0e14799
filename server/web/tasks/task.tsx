import { Main } from "../../../views/layouts/shell.tsx";
import { taskPagePath } from "../../../views/paths.ts";
import type { Commenting } from "../../../views/tasks/comments.tsx";
import { TaskDetailBar, TaskTools } from "../../../views/tasks/detail.tsx";
import { editableTexts, type TaskEdit } from "../../../views/tasks/text.tsx";
import { changeComment, comment, deleteComment } from "../comments/actions.ts";
import type { Form } from "../forms.ts";
import { page, type Props } from "../page.ts";
import { type RefusedForm, refusedText } from "../refusal.ts";
import { readDetail } from "./detail.ts";
import { formsOf } from "./open_forms.ts";
import { drawDetail } from "./drawn_detail.tsx";
import { saveDescription, saveTitle } from "./save_text.ts";
import { splitDescription } from "./sub_tasks.ts";

type Detail = Awaited<ReturnType<typeof readDetail>>;

export const taskPage = page({
  path: taskPagePath,
  who: "members",
  peeks: true,
  read: readDetail,
}).shows({
  title: ({ task }) => `${task.reference} ${task.title}`,
  bar: ({ peeked, ...bar }) => peeked ? <TaskTools {...bar} /> : <TaskDetailBar {...bar} />,
  main(props) {
    const { peeked } = props;
    const forms = formsOf(props);
    const written = { edit: editOf(props), writing: writingOf(props), forms, peeked };
    const detail = drawDetail(props, written);
    return peeked ? <>{detail}</> : <Main kind="detail">{detail}</Main>;
  },
  compose: ({ task }) => ({ teamId: task.teamId }),
  opens: ({ task }) => ({ kind: "task", id: task.id }),
  live: ({ task }) => [
    ...[task, task.parent, ...task.children, ...task.relations.map((one) => one.task)]
      .flatMap((one) => one ? [`task:${one.id}` as const] : []),
    "favorites",
    "unsent",
  ],
});

/** Returns the open text: a refused one, or the one that the URL opens. */
function editOf({ task, editable, opens, refused }: Props<Detail>): TaskEdit | null {
  if (!editable) return null;
  const title = refused(saveTitle);
  if (title) return refusedText(title, "title");
  const text = refused(saveDescription) ?? refused(splitDescription);
  if (text) return refusedText(text, "description");
  const field = editableTexts.find((one) => one === opens.field);
  return field ? { field, value: task[field] ?? "" } : null;
}

/** Returns the comment being written: a new one, unless the URL opens another. */
function writingOf({ commenting, history, opens, refused }: Props<Detail>): Commenting["writing"] {
  if (!commenting.allowed) return { commentId: opens.comment };
  const words = ({ errors, rest }: Pick<RefusedForm<Form>, "errors" | "rest">) =>
    errors.body ?? rest ?? "Edit the comment and try again.";
  const fresh = refused(comment);
  if (fresh) return { commentId: null, ...fresh.values, error: words(fresh) };
  for (const { id, author } of history.comments.entries) {
    const changed = author.id === commenting.viewerId && refused(changeComment, id);
    if (changed) {
      const { body, version } = changed.values;
      if (changed.status === 412) return { commentId: id, body, stale: true };
      return { commentId: id, body, error: words(changed), ...(version >= 0 && { version }) };
    }
    const deleted = refused(deleteComment, id);
    if (deleted) return { commentId: id, error: words(deleted) };
  }
  const quoted = history.comments.entries.find(({ id }) => id === opens.quote);
  if (quoted && !opens.comment) return { commentId: null, body: quoteOf(quoted.body) };
  return { commentId: opens.comment };
}

/** Quotes a text, with space for a reply below. */
function quoteOf(text: string): string {
  return `${text.trim().replace(/^/gm, "> ")}\n\n`;
}
