import { managers, type Table } from "./row.ts";
import { changing } from "./tasks.ts";

export const relationRows: Table = {
  "relations.add": [
    ...changing((ids) => ({ kind: "blocks", otherId: ids.otherTask })),
    {
      of: "to a task that not everybody sees",
      input: ({ ids }) => ({ taskId: ids.task, kind: "blocks", otherId: ids.privateTask }),
      scope: "tasks.write",
      in: "private",
      may: managers,
    },
  ],
  "relations.remove": changing((ids) => ({ kind: "relatesTo", otherId: ids.otherTask })),
};
