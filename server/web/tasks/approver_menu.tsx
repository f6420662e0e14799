import { taskPath } from "../../../views/paths.ts";
import { approverPagePath } from "../../../views/task_paths.ts";
import { ApproverMenu } from "../../../views/tasks/approvals.tsx";
import { approversOf, searchTextIn } from "../choices.ts";
import { page } from "../page.ts";
import { taskAndRefusal } from "./menus.tsx";

/** The menu of possible approvers. */
export const approverMenu = page({
  path: approverPagePath,
  who: "members",
  layer: "menu",
  under: (_url: URL, { taskId }: { taskId: string }) => taskPath(taskId),
  async read(at) {
    const [q, chosen] = [searchTextIn(at.url), at.url.searchParams.get("approverId") ?? ""];
    const [{ task }, { records: approvers, more }] = await Promise.all([
      taskAndRefusal(at),
      approversOf(at, { q, named: [chosen] }),
    ]);
    return { task, approvers, chosen, q, more };
  },
}).shows({
  title: ({ task }) => `Approver for ${task.reference}`,
  main: (props) => <ApproverMenu {...props} />,
});
