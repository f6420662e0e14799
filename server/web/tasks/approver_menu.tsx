import { taskPath } from "../../../views/paths.ts";
import { approverPagePath } from "../../../views/task_paths.ts";
import { ApproverMenu } from "../../../views/tasks/approvals.tsx";
import { parseJson } from "../../domain/core/json.ts";
import { findTaskRow } from "../../domain/tasks/find_row.ts";
import { approversOf, searchTextIn } from "../choices.ts";
import { page } from "../page.ts";

/** The menu of possible approvers. */
export const approverMenu = page({
  path: approverPagePath,
  who: "members",
  layer: "menu",
  under: (_url: URL, { taskId }: { taskId: string }) => taskPath(taskId),
  async read(at) {
    const [q, chosen] = [searchTextIn(at.url), at.url.searchParams.get("approverId") ?? ""];
    const [json, { records: approvers, more }] = await Promise.all([
      at.ask(findTaskRow, { taskId: at.params.taskId }),
      approversOf(at, { q, named: [chosen] }),
    ]);
    return { task: parseJson(json), approvers, chosen, q, more };
  },
}).shows({
  title: ({ task }) => `Approver for ${task.reference}`,
  main: (props) => <ApproverMenu {...props} />,
});
