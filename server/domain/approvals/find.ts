import { z } from "zod";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { locateApproval } from "./locate.ts";
import { readApproval, type VersionedApproval } from "./record.ts";

/** Reads a request in any state, for everyone who can see its task. @throws NotFound */
export const findApproval = query({
  name: "approvals.find",
  scope: "tasks.read",
  input: z.strictObject({ approvalId: keys.approval }),
  run: async (context, { approvalId }): Promise<VersionedApproval> =>
    readApproval(context, (await locateApproval(context, approvalId)).id),
});
