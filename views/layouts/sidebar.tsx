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

export interface SidebarProps {
  viewer: { name: string; email: string };
  workspace: { id: string; name: string };
  /** All of the viewer's workspaces, for the switcher. */
  workspaces: readonly { id: string; name: string }[];
  teams: readonly { id: string; key: string; name: string }[];
  /** Path and query of the page, to mark where one is. */
  here: string;
}

const myTasks = withQuery(tasksPath, { assigneeId: "me" });
const tasksOf = ({ id }: { id: string }) => withQuery(tasksPath, { teamId: id });

/** The pages that the sidebar marks when one is there; of all others it looks the same. */
export function markedPlaces(teams: SidebarProps["teams"]): string[] {
  return [tasksPath, myTasks, ...teams.map(tasksOf)];
}

/** The way around a workspace; a drawer on narrow screens, opened without any script. */
export function Sidebar(props: SidebarProps) {
  const { teams, here, viewer } = props;
  return (
    <nav id="sidebar" class="sidebar" popover="auto" aria-label="Workspace">
      <Switcher {...props} />
      <ul class="side-list">
        <SideLink href={tasksPath} here={here} icon="layers" name="Tasks" />
        <SideLink
          href={myTasks}
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
              const href = tasksOf(team);
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

function Switcher({ workspace, workspaces, viewer }: SidebarProps) {
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
          <form method="post" action={signOutPath} data-forgets>
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
