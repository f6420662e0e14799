import { z } from "zod";
import { key } from "../fields.ts";
import { query } from "../operation.ts";
import { locateApproval } from "./locate.ts";
import { type FoundApproval, readApproval } from "./record.ts";

/** One request for approval, however it ended; for whoever sees its task. @throws NotFound */
export const findApproval = query({
  name: "approvals.find",
  scope: "tasks.read",
  input: z.strictObject({ approvalId: key }),
  run: async ({ db, actor }, { approvalId }): Promise<FoundApproval> =>
    readApproval(db, (await locateApproval(db, actor, approvalId)).id),
});
