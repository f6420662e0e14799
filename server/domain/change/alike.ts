import { sameMembers } from "./columns.ts";

/** Returns whether two values of a field are the same. The order of several values doesn't matter. */
export function alike(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return sameMembers(one, other);
  return JSON.stringify(one) === JSON.stringify(other);
}
