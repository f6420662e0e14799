import { billingPath, usagePath, workspaceSettingsPath } from "../../../views/settings_paths.ts";
import { DeleteWorkspace } from "../../../views/settings/delete_workspace.tsx";
import { LeaveWorkspace } from "../../../views/settings/leave_workspace.tsx";
import { Billing, UsageFigures, WorkspaceForm } from "../../../views/settings/workspace.tsx";
import { findWorkspace } from "../../domain/workspaces/find.ts";
import { WorkspacePatch } from "../../domain/workspaces/schema.ts";
import { updateWorkspace } from "../../domain/workspaces/update.ts";
import { findUsage } from "../../domain/workspaces/usage.ts";
import { type Action, action } from "../action.ts";
import { changingForm, number } from "../forms.ts";
import { deleteWorkspace } from "./delete_workspace.ts";
import { isOnlyOwner, leaveWorkspace } from "./leave_workspace.ts";
import { ownersToAsk } from "../whom_to_ask.ts";
import { nothingToSave } from "./nothing_to_save.ts";
import { settingsPage } from "./page.tsx";

const words = changingForm(WorkspacePatch.shape);

/** Changes the workspace's name and time zone. */
export const saveWorkspace = action({
  path: workspaceSettingsPath,
  changes: "page and sidebar",
  form: { ...words, version: number },
  async does({ version, ...patch }, { ask, perform }) {
    const before = await ask(findWorkspace, {});
    return { before, now: await perform(updateWorkspace, { version, patch }) };
  },
  says({ before, now }) {
    if (before.version === now.version) return nothingToSave;
    const { name, timeZone } = before;
    const along = { name, timeZone, version: String(now.version) };
    return {
      text: "Workspace saved",
      undo: { action: putWorkspaceBack, path: workspaceSettingsPath, along },
    };
  },
  home: () => workspaceSettingsPath,
});

/** Undoes a change to the workspace, unless someone changed the workspace since. */
export const putWorkspaceBack: Action = action({
  path: workspaceSettingsPath,
  button: "act=back",
  changes: "page and sidebar",
  form: { ...words, version: number },
  does: ({ version, ...patch }, { perform }) => perform(updateWorkspace, { version, patch }),
  says: () => ({ text: "Workspace change undone" }),
  home: () => workspaceSettingsPath,
});

/** The workspace's name and time zone, and the forms that leave and delete the workspace. */
export const workspaceSettingsPage = settingsPage({
  path: workspaceSettingsPath,
  who: "managers",
  read: async (at) => ({
    workspace: await at.ask(findWorkspace, {}),
    usage: await at.ask(findUsage, {}),
    owners: await ownersToAsk(at),
    onlyOwner: await isOnlyOwner(at),
  }),
}).shows({
  title: () => "Workspace",
  main: ({ workspace, usage, owners, onlyOwner, refused }) => (
    <>
      <WorkspaceForm workspace={workspace} refused={refused(saveWorkspace)} />
      <LeaveWorkspace
        workspace={workspace.name}
        onlyOwner={onlyOwner}
        refused={refused(leaveWorkspace)}
      />
      <DeleteWorkspace
        workspace={workspace.name}
        owners={owners}
        usage={usage}
        refused={refused(deleteWorkspace)}
      />
    </>
  ),
});

/** The workspace's record counts and limits. */
export const usagePage = settingsPage({
  path: usagePath,
  who: "managers",
  read: async ({ ask }) => ({ usage: await ask(findUsage, {}) }),
}).shows({
  title: () => "Usage",
  main: ({ usage }) => <UsageFigures usage={usage} />,
  live: () => ["tasks", "projects", "drafts"],
});

/** The cost of a self-hosted workspace. */
export const billingPage = settingsPage({
  path: billingPath,
  who: "managers",
  read: () => ({}),
}).shows({
  title: () => "Billing",
  main: () => <Billing />,
});
