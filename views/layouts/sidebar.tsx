import { Icon } from "../icons.tsx";
import {
  onboardingPath,
  preferencesPath,
  signOutPath,
  switchWorkspacePath,
  tasksPath,
  withQuery,
} from "../paths.ts";
import { Avatar } from "../ui/avatar.tsx";
import type { ShellFrame } from "./frame.ts";

/** The way around a workspace; a drawer on narrow screens, opened without any script. */
export function Sidebar({ frame }: { frame: ShellFrame }) {
  const { teams, here, viewer } = frame;
  return (
    <nav id="sidebar" class="sidebar" popover="auto" aria-label="Workspace">
      <Switcher frame={frame} />
      <ul class="side-list">
        <SideLink href={tasksPath} here={here} icon="layers" name="Tasks" />
        <SideLink
          href={withQuery(tasksPath, { assigneeId: "me" })}
          here={here}
          icon="user-circle"
          name="My tasks"
        />
      </ul>
      {teams.length > 0 && (
        <>
          <h2 class="side-heading">Teams</h2>
          <ul class="side-list">
            {teams.map((team) => {
              const href = withQuery(tasksPath, { teamId: team.id });
              return (
                <li>
                  <a
                    class="side-link"
                    href={href}
                    aria-current={here === href ? "page" : undefined}
                  >
                    <span class="team-mark" aria-hidden="true">{team.key.slice(0, 2)}</span>
                    <span>{team.name}</span>
                  </a>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <div class="side-foot">
        <Avatar person={viewer} large />
        <span class="side-viewer">{viewer.name}</span>
        <button
          type="button"
          class="button keys-button"
          data-kind="quiet"
          data-shape="icon"
          aria-label="Keyboard shortcuts"
          data-open="keys"
        >
          <Icon name="keyboard" />
        </button>
      </div>
    </nav>
  );
}

function SideLink(
  props: { href: string; here: string; icon: "layers" | "user-circle"; name: string },
) {
  return (
    <li>
      <a
        class="side-link"
        href={props.href}
        aria-current={props.here === props.href ? "page" : undefined}
      >
        <Icon name={props.icon} />
        <span>{props.name}</span>
      </a>
    </li>
  );
}

function Switcher({ frame }: { frame: ShellFrame }) {
  const { workspace, workspaces, viewer } = frame;
  return (
    <>
      <button type="button" class="side-switch" popovertarget="switcher">
        <span class="team-mark" aria-hidden="true">{workspace.name.slice(0, 1).toUpperCase()}</span>
        <span>{workspace.name}</span>
        <Icon name="chevron-down" />
      </button>
      <div id="switcher" class="menu-layer switcher" popover="auto">
        <div class="menu-items">
          <p class="menu-heading">{viewer.email}</p>
          <form method="post" action={switchWorkspacePath}>
            {workspaces.map(({ id, name }) => (
              <button
                type="submit"
                class="menu-item"
                name="workspaceId"
                value={id}
                aria-current={id === workspace.id ? "true" : undefined}
              >
                <span class="team-mark" aria-hidden="true">{name.slice(0, 1).toUpperCase()}</span>
                <span>{name}</span>
                <span class="check" aria-hidden="true">
                  <Icon name="check" />
                </span>
              </button>
            ))}
          </form>
          <a class="menu-item" href={onboardingPath}>
            <Icon name="plus" />
            <span>New workspace</span>
          </a>
          <a class="menu-item" href={preferencesPath}>
            <Icon name="display" />
            <span>Preferences</span>
          </a>
          <form method="post" action={signOutPath}>
            <button type="submit" class="menu-item">
              <Icon name="log-out" />
              <span>Sign out</span>
            </button>
          </form>
        </div>
      </div>
    </>
  );
}
