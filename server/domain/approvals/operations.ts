import { createApproval } from "./create.ts";
import { decideApproval } from "./decide.ts";
import { findApproval } from "./find.ts";
import { listApprovals, listTaskApprovals } from "./list.ts";
import { withdrawApproval } from "./withdraw.ts";

/** All that can be done with approvals. */
export const operations = [
  listApprovals,
  listTaskApprovals,
  findApproval,
  createApproval,
  decideApproval,
  withdrawApproval,
];
