import { listMemberActivity } from "./activity.ts";
import { findMember } from "./find.ts";
import { listMembers } from "./list.ts";
import { offerMembers } from "./offer.ts";
import { removeMember } from "./remove.ts";
import { updateMember } from "./update.ts";
import { countMemberWork } from "./work.ts";

export const operations = [
  listMembers,
  findMember,
  offerMembers,
  updateMember,
  removeMember,
  countMemberWork,
  listMemberActivity,
];
