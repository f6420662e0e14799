import { profileSettingsPath } from "../../../views/settings_paths.ts";
import { LeaveWorkspace } from "../../../views/settings/leave_workspace.tsx";
import { ProfileSettings } from "../../../views/settings/profile.tsx";
import { parseJson } from "../../domain/core/json.ts";
import { findMember } from "../../domain/members/find.ts";
import { ProfilePatch } from "../../domain/profiles/schema.ts";
import { updateProfile } from "../../domain/profiles/update.ts";
import { type Action, action } from "../action.ts";
import { changingForm, number } from "../forms.ts";
import { isOnlyOwner, leaveWorkspace } from "./leave_workspace.ts";
import { nothingToSave } from "./nothing_to_save.ts";
import { settingsPage } from "./page.tsx";

const words = changingForm(ProfilePatch.shape);

/** Changes the viewer's profile in this workspace. */
export const saveProfile = action({
  path: profileSettingsPath,
  changes: "page and sidebar",
  form: { ...words, version: number },
  async does({ version, ...patch }, { ask, perform, viewer }) {
    const before = parseJson((await ask(findMember, { profileId: viewer.profile.id })).json);
    return { before, now: parseJson((await perform(updateProfile, { version, patch })).json) };
  },
  says({ before, now }) {
    if (before.version === now.version) return nothingToSave;
    const { name, username, title, bio, color } = before;
    const along = {
      name,
      username,
      title: title ?? "",
      bio: bio ?? "",
      color: color ?? "",
      version: String(now.version),
    };
    return {
      text: "Profile saved",
      undo: { action: putProfileBack, path: profileSettingsPath, along },
    };
  },
  home: () => profileSettingsPath,
});

/** Undoes a change to the viewer's profile, unless it was changed since. */
export const putProfileBack: Action = action({
  path: profileSettingsPath,
  button: "act=back",
  changes: "page and sidebar",
  form: { ...words, version: number },
  does: ({ version, ...patch }, { perform }) => perform(updateProfile, { version, patch }),
  says: () => ({ text: "Profile change undone" }),
  home: () => profileSettingsPath,
});

/** The viewer's profile in this workspace. */
export const profileSettingsPage = settingsPage({
  path: profileSettingsPath,
  who: "members",
  read: async (at) => ({
    profile: parseJson((await at.ask(findMember, { profileId: at.viewer.profile.id })).json),
    workspace: at.viewer.workspace,
    onlyOwner: await isOnlyOwner(at),
  }),
}).shows({
  title: () => "Profile",
  main: ({ profile, workspace, onlyOwner, refused }) => (
    <>
      <ProfileSettings
        profile={profile}
        workspace={workspace.name}
        refused={refused(saveProfile)}
      />
      <LeaveWorkspace
        workspace={workspace.name}
        onlyOwner={onlyOwner}
        refused={refused(leaveWorkspace)}
      />
    </>
  ),
});
