import { principalOperation, within } from "../core/operation.ts";
import { introduce, yourName } from "../profiles/introduce.ts";
import { createWorkspace, type NewWorkspace } from "./create.ts";
import { WorkspaceCreate } from "./schema.ts";

/**
 * Makes a workspace for somebody who says who they are with it: both, or neither.
 * @throws what `createWorkspace` throws
 */
export const startWorkspace = principalOperation({
  name: "workspaces.start",
  scope: null,
  input: WorkspaceCreate.extend({ yourName }),
  async run(context, { yourName, ...input }): Promise<NewWorkspace> {
    return await within(await introduce(context, yourName), createWorkspace, input);
  },
});
