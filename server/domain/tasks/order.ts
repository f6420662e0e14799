import type { ListOrder } from "../core/page.ts";
import { type Invalid, invalidField } from "../core/errors.ts";
import type { TaskSort } from "./schema.ts";

/** The sort keys of deadlines in both directions. Tasks without one come last, because `~` sorts after every time. */
export const deadlineKeys = {
  deadlineAt: "ifnull(t.deadline_at, '~')",
  "-deadlineAt": "ifnull(t.deadline_at, '')",
} as const;

/** The sort key of a team's manual order, highest first. */
export const positionKey = "ifnull(t.position, t.id)";

/** The SQL of each order. IDs sort by creation time. Each order has indexes of this form. */
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
  position: { list: "tasks position", by: [positionKey, "t.id"], descending: true },
};

/**
 * Checks that manual order is requested for one team.
 * @param field the input field with the order
 * @throws Invalid
 */
export function requireOneTeam(
  sort: string | undefined,
  teamIds: readonly string[] | undefined,
  field = "sort",
): void {
  if (sort === "position" && teamIds?.length !== 1) throw notOneTeam(field);
}

function notOneTeam(field: string): Invalid {
  return invalidField(field, "Choose one team with teamId to use the manual order.", {
    code: "order_without_team",
  });
}
