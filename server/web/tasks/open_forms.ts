import type { OpenForms } from "../../../views/tasks/open_forms.ts";
import type { Props } from "../page.ts";
import { whyRefused } from "../refusal.ts";
import { askApproval, decide, withdraw } from "./approvals.ts";
import type { readDetail } from "./detail.ts";
import { addLink, changeLink, removeLink } from "./links.ts";
import { addSubTask } from "./sub_tasks.ts";

type Detail = Awaited<ReturnType<typeof readDetail>>;

/** Returns the open forms besides the texts, with rejected values. */
export function formsOf(props: Props<Detail>): OpenForms {
  const { opens, approvers } = props;
  const { add, link, approver } = opens;
  return { add, link, approver, approvers, refused: refusedOf(props) };
}

function refusedOf(
  { task, refusal, commenting, refused }: Props<Detail>,
): OpenForms["refused"] {
  const forms: OpenForms["refused"] = {};
  if (refusal === null) {
    const subTask = refused(addSubTask);
    if (subTask) forms.subTask = { ...subTask.values, error: whyRefused(subTask) };
    const link = refused(addLink);
    if (link) forms.addedLink = { ...withTitle(link.values), error: whyRefused(link) };
    for (const { id, url, title } of task.resources) {
      const changed = refused(changeLink, id);
      if (changed) forms.changedLink = { id, ...changed.values, error: whyRefused(changed) };
      const removed = refused(removeLink, id);
      if (removed) forms.changedLink = { id, url, title, error: whyRefused(removed) };
    }
  }
  const approval = commenting.allowed && refused(askApproval);
  if (approval) forms.approval = { ...approval.values, error: whyRefused(approval) };
  for (const { id } of task.approvals) {
    const decided = refused(decide, id);
    if (decided) {
      forms.decision = { id, comment: decided.values.comment ?? "", error: whyRefused(decided) };
    }
    const withdrawn = refused(withdraw, id);
    if (withdrawn) forms.decision = { id, comment: "", error: whyRefused(withdrawn) };
  }
  return forms;
}

function withTitle({ url, title = "" }: { url: string; title?: string | undefined }) {
  return { url, title };
}
