import { findMember } from "./find.ts";
import { listMembers } from "./list.ts";
import { removeMember } from "./remove.ts";
import { updateMember } from "./update.ts";

/** All that can be done with members. */
export const operations = [
  listMembers,
  findMember,
  updateMember,
  removeMember,
];
