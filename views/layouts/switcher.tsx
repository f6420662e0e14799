import { Icon, type IconName } from "../icons.tsx";
import { onboardingPath, signOutPath, switchWorkspacePath } from "../paths.ts";
import { preferencesPath } from "../settings_paths.ts";
import { type Choice, Menu } from "../ui/menu.tsx";
import type { SidebarProps } from "./sidebar.tsx";

const forms = { workspace: "switch-workspace", signOut: "sign-out" };

/** The current workspace, with a menu to switch workspaces, open preferences, and sign out. */
export function Switcher(
  { workspace, workspaces, viewer }: Pick<SidebarProps, "workspace" | "workspaces" | "viewer">,
) {
  return (
    <>
      <button
        type="button"
        class="side-switch"
        popovertarget="switcher"
        title="Switch workspace (G then W)"
        data-go="w"
      >
        <Mark name={workspace.name} />
        <bdi>{workspace.name}</bdi>
        <Icon name="chevron-down" />
      </button>
      <div
        id="switcher"
        class="menu-layer switcher"
        popover="auto"
        role="dialog"
        aria-label="Switch workspace"
      >
        <Menu
          id="switcher-menu"
          name="Switch workspace"
          groups={[
            {
              name: viewer.email,
              choices: workspaces.map(({ id, name }): Choice => ({
                name,
                icon: <Mark name={name} />,
                chosen: id === workspace.id,
                send: { name: "workspaceId", value: id, form: forms.workspace },
              })),
            },
            {
              name: "Account",
              choices: [
                link("New workspace", "plus", onboardingPath),
                link("Preferences", "display", preferencesPath),
                {
                  name: "Sign out",
                  icon: <Icon name="log-out" />,
                  send: { name: "out", value: "1", form: forms.signOut },
                },
              ],
            },
          ]}
        />
        <form method="post" action={switchWorkspacePath} id={forms.workspace}></form>
        <form method="post" action={signOutPath} id={forms.signOut} data-forgets></form>
      </div>
    </>
  );
}

function link(name: string, icon: IconName, href: string): Choice {
  return { name, icon: <Icon name={icon} />, href };
}

function Mark({ name }: { name: string }) {
  const [first = ""] = name;
  return <span class="team-mark" aria-hidden="true">{first.toUpperCase()}</span>;
}
