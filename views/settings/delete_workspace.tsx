import type { Named } from "../../server/domain/refs/named.ts";
import type { Usage } from "../../server/domain/workspaces/schema.ts";
import { People } from "../parts/whom_to_ask.tsx";
import { workspaceSettingsPath } from "../settings_paths.ts";
import { Notice } from "../ui/field.tsx";
import { counted } from "../ui/words.ts";
import { Concern } from "./parts.tsx";
import { type RefusedName, TypedName } from "./typed_name.tsx";

/** Deletes the workspace, once somebody has read what goes with it and typed its name. */
export function DeleteWorkspace({ workspace, owners, usage, refused }: {
  /** What it is called. */
  workspace: string;
  /** Whom to ask; none for an owner. */
  owners: readonly Named[];
  usage: Usage;
  refused: RefusedName;
}) {
  const isOwner = owners.length === 0;
  return (
    <Concern
      id="delete"
      title="Delete the workspace"
      lead={isOwner ? "It is gone for everybody at once, and nothing brings it back." : (
        <>
          Only an owner of the workspace may delete it. Ask <People people={owners} />.
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
              {counted(usage.tasks, "task")}, {counted(usage.projects, "project")} and{" "}
              {counted(usage.teams, "team")}{" "}
              go with all that was said and done there, and so does whatever is archived.
            </li>
            <li>
              {usage.members === 1
                ? "You are the only one here"
                : `${counted(usage.members, "member")} lose it`}
              {usage.agents > 0 &&
                `; ${counted(usage.agents, "agent")} ${
                  usage.agents === 1 ? "stops" : "stop"
                } at once`}
              {usage.pendingInvitations > 0 &&
                `; ${counted(usage.pendingInvitations, "invitation")} can't be accepted any more`}
              .
            </li>
            <li>
              What is to be kept has to be exported first: whoever runs this server does that with
              {" "}
              <code>backlog export</code>.
            </li>
          </ul>
          <TypedName to="delete" workspace={workspace} refused={refused} />
          <div class="form-actions">
            <button type="submit" class="button" data-kind="danger">
              Delete the workspace
            </button>
          </div>
        </form>
      )}
    </Concern>
  );
}
