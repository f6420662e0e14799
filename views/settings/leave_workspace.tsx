import { memberSettingsPath, profileSettingsPath } from "../settings_paths.ts";
import { Notice } from "../ui/field.tsx";
import { Concern } from "./parts.tsx";
import { type RefusedName, TypedName } from "./typed_name.tsx";

/** The form that leaves the workspace. It asks for the workspace's name. */
export function LeaveWorkspace({ workspace, onlyOwner, refused }: {
  /** The workspace's name. */
  workspace: string;
  /** Whether the viewer is the only owner, who can't leave. */
  onlyOwner: boolean;
  refused: RefusedName;
}) {
  if (onlyOwner) {
    return (
      <Concern
        id="leave"
        title="Leave workspace"
        lead={
          <>
            You're the only owner. <a href={memberSettingsPath}>Make another member an owner</a>
            {" "}
            before you leave.
          </>
        }
        danger
      >
        {refused?.rest && <Notice kind="error">{refused.rest}</Notice>}
      </Concern>
    );
  }
  return (
    <Concern
      id="leave"
      title="Leave workspace"
      lead="You lose access to the workspace and its teams. Your comments stay, and tasks stay assigned to you. To come back, you need a new invitation."
      danger
    >
      <form
        class="form"
        id="leave-workspace"
        method="post"
        action={profileSettingsPath}
        hx-post={profileSettingsPath}
      >
        {refused?.rest && <Notice kind="error">{refused.rest}</Notice>}
        <TypedName to="leave" workspace={workspace} refused={refused} />
        <div class="form-actions">
          <button type="submit" class="button" data-kind="danger" name="act" value="leave">
            Leave workspace
          </button>
        </div>
      </form>
    </Concern>
  );
}
