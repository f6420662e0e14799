import { createApproval } from "./create.ts";
import { decideApproval } from "./decide.ts";
import { findApproval } from "./find.ts";
import { listApprovals, listTaskApprovals } from "./list.ts";
import { withdrawApproval } from "./withdraw.ts";

export const operations = [
  listApprovals,
  listTaskApprovals,
  findApproval,
  createApproval,
  decideApproval,
  withdrawApproval,
];
