import { z } from "zod";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { locateApproval } from "./locate.ts";
import { readApproval, type VersionedApproval } from "./record.ts";

/** One request for approval, however it ended; for whoever sees its task. @throws NotFound */
export const findApproval = query({
  name: "approvals.find",
  scope: "tasks.read",
  input: z.strictObject({ approvalId: keys.approval }),
  run: async (context, { approvalId }): Promise<VersionedApproval> =>
    readApproval(context, (await locateApproval(context, approvalId)).id),
});
