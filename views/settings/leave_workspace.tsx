import { memberSettingsPath, profileSettingsPath } from "../settings_paths.ts";
import { Notice } from "../ui/field.tsx";
import { Concern } from "./parts.tsx";
import { type RefusedName, TypedName } from "./typed_name.tsx";

/** Leaves the workspace, once somebody has typed its name. */
export function LeaveWorkspace({ workspace, onlyOwner, refused }: {
  /** What it is called. */
  workspace: string;
  /** Whether who looks is its only owner, who has to stay. */
  onlyOwner: boolean;
  refused: RefusedName;
}) {
  if (onlyOwner) {
    return (
      <Concern
        id="leave"
        title="Leave the workspace"
        lead={
          <>
            You are its only owner, and it always has one.{" "}
            <a href={memberSettingsPath}>
              Make somebody else an owner
            </a>{" "}
            to leave it.
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
      title="Leave the workspace"
      lead="You leave its teams, and see nothing of it any more. Your tasks stay assigned to you, and what you wrote stays. To come back you have to be invited again."
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
            Leave the workspace
          </button>
        </div>
      </form>
    </Concern>
  );
}
