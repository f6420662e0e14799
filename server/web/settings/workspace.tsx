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
import { settingsPage } from "./page.tsx";

const words = changingForm(WorkspacePatch.shape);

/** Changes what the workspace is called and where its days end. */
export const saveWorkspace = action({
  path: workspaceSettingsPath,
  changes: "page and sidebar",
  form: { ...words, version: number },
  async does({ version, ...patch }, { ask, perform }) {
    const before = await ask(findWorkspace, {});
    return { before, now: await perform(updateWorkspace, { version, patch }) };
  },
  says({ before, now }) {
    if (before.version === now.version) return { text: "The workspace was that already." };
    const { name, timeZone } = before;
    const along = { name, timeZone, version: String(now.version) };
    return {
      text: "The workspace is saved.",
      undo: { action: putWorkspaceBack, path: workspaceSettingsPath, along },
    };
  },
  home: () => workspaceSettingsPath,
});

/** Makes the workspace what it was, unless it was changed since. */
export const putWorkspaceBack: Action = action({
  path: workspaceSettingsPath,
  button: "act=back",
  changes: "page and sidebar",
  form: { ...words, version: number },
  does: ({ version, ...patch }, { perform }) => perform(updateWorkspace, { version, patch }),
  says: () => ({ text: "The workspace is as it was." }),
  home: () => workspaceSettingsPath,
});

/** What the whole workspace is called, and where its days end. */
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

/** What the workspace uses, and its limits. */
export const usagePage = settingsPage({
  path: usagePath,
  who: "managers",
  read: async ({ ask }) => ({ usage: await ask(findUsage, {}) }),
}).shows({
  title: () => "Usage",
  main: ({ usage }) => <UsageFigures usage={usage} />,
  live: () => ["tasks", "projects", "drafts"],
});

/** What a workspace that one runs oneself costs. */
export const billingPage = settingsPage({
  path: billingPath,
  who: "managers",
  read: () => ({}),
}).shows({
  title: () => "Billing",
  main: () => <Billing />,
});
