import type { Named } from "../../server/domain/refs/named.ts";
import type { Usage } from "../../server/domain/workspaces/schema.ts";
import { People } from "../parts/whom_to_ask.tsx";
import { workspaceSettingsPath } from "../settings_paths.ts";
import { Notice } from "../ui/field.tsx";
import { counted } from "../ui/words.ts";
import { Concern } from "./parts.tsx";
import { type RefusedName, TypedName } from "./typed_name.tsx";

/** The form that deletes the workspace. It lists the consequences and asks for the workspace's name. */
export function DeleteWorkspace({ workspace, owners, usage, refused }: {
  /** The workspace's name. */
  workspace: string;
  /** Owners to ask. Empty for an owner. */
  owners: readonly Named[];
  usage: Usage;
  refused: RefusedName;
}) {
  const isOwner = owners.length === 0;
  return (
    <Concern
      id="delete"
      title="Delete workspace"
      lead={isOwner ? "Everyone loses access immediately. You can't undo this." : (
        <>
          Only owners can delete the workspace. Ask <People people={owners} />.
        </>
      )}
      danger
    >
      {isOwner && (
        <form
          class="form"
          id="delete-workspace"
          method="post"
          action={workspaceSettingsPath}
          hx-post={workspaceSettingsPath}
          data-save-key
        >
          {refused?.rest && <Notice kind="error">{refused.rest}</Notice>}
          <input type="hidden" name="act" value="delete" />
          <ul class="consequences">
            <li>
              Deletes {counted(usage.tasks, "task")}, {counted(usage.projects, "project")}, and{" "}
              {counted(usage.teams, "team")}, with all comments, activity, and archived records.
            </li>
            <li>
              {usage.members === 1
                ? "You're the only member"
                : `${counted(usage.members, "member")} lose access`}
              {usage.agents > 0 &&
                `; ${counted(usage.agents, "agent")} ${
                  usage.agents === 1 ? "stops" : "stop"
                } immediately`}
              {usage.pendingInvitations > 0 &&
                `; ${counted(usage.pendingInvitations, "invitation")} can no longer be accepted`}
              .
            </li>
            <li>
              To keep a copy, ask the server operator to run <code>backlog export</code> first.
            </li>
          </ul>
          <TypedName to="delete" workspace={workspace} refused={refused} />
          <div class="form-actions">
            <button type="submit" class="button" data-kind="danger">
              Delete workspace
            </button>
          </div>
        </form>
      )}
    </Concern>
  );
}
