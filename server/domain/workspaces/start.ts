import { principalOperation, within } from "../core/operation.ts";
import { introduce, yourName } from "../profiles/introduce.ts";
import { createWorkspace, type NewWorkspace } from "./create.ts";
import { WorkspaceCreate } from "./schema.ts";

/**
 * Creates a workspace and sets the person's name: both, or neither.
 * @throws errors of `createWorkspace`
 */
export const startWorkspace = principalOperation({
  name: "workspaces.start",
  scope: null,
  input: WorkspaceCreate.extend({ yourName }),
  async run(context, { yourName, ...input }): Promise<NewWorkspace> {
    return await within(await introduce(context, yourName), createWorkspace, input);
  },
});
