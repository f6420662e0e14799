import type { ListOrder } from "../core/page.ts";
import type { ProjectSort } from "./schema.ts";

/**
 * The SQL of each order. IDs sort by creation time, and each order has an index of this form. Projects without a target
 * date come last, because `~` sorts after every digit.
 */
export const projectOrders: Record<ProjectSort, ListOrder> = {
  "-createdAt": { list: "projects -createdAt", by: ["p.id"], descending: true },
  createdAt: { list: "projects createdAt", by: ["p.id"] },
  "-updatedAt": { list: "projects -updatedAt", by: ["p.updated_at", "p.id"], descending: true },
  name: { list: "projects name", by: ["p.name collate nocase", "p.id"] },
  "-priority": { list: "projects -priority", by: ["p.priority", "p.id"], descending: true },
  targetDate: { list: "projects targetDate", by: ["coalesce(p.target_date, '~')", "p.id"] },
};

/** Returns whether every index that ends with the ID has this order. */
export function isByTimeMade(sort: ProjectSort): boolean {
  return sort === "-createdAt" || sort === "createdAt";
}
