import type { ListOrder } from "../core/page.ts";
import type { TaskSort } from "./schema.ts";

/** What deadlines sort by, in either direction: tasks without one come last. `~` is behind every moment. */
export const deadlineKeys = {
  deadlineAt: "ifnull(t.deadline_at, '~')",
  "-deadlineAt": "ifnull(t.deadline_at, '')",
} as const;

/** How each sort reads; ids sort by the time they were made. Every one has indexes of this form. */
export const taskOrders: Record<TaskSort, ListOrder> = {
  "-createdAt": { list: "tasks -createdAt", by: ["t.id"], descending: true },
  createdAt: { list: "tasks createdAt", by: ["t.id"] },
  "-updatedAt": { list: "tasks -updatedAt", by: ["t.updated_at", "t.id"], descending: true },
  updatedAt: { list: "tasks updatedAt", by: ["t.updated_at", "t.id"] },
  "-priority": { list: "tasks -priority", by: ["t.priority", "t.id"], descending: true },
  priority: { list: "tasks priority", by: ["t.priority", "t.id"] },
  deadlineAt: { list: "tasks deadlineAt", by: [deadlineKeys.deadlineAt, "t.id"] },
  "-deadlineAt": {
    list: "tasks -deadlineAt",
    by: [deadlineKeys["-deadlineAt"], "t.id"],
    descending: true,
  },
};
