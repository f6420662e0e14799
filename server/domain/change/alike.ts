import { sameMembers } from "./columns.ts";

/** Whether two values of a field are the same; the order of several is no matter. */
export function alike(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return sameMembers(one, other);
  return JSON.stringify(one) === JSON.stringify(other);
}
