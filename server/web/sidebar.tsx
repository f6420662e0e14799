import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { mainPagesFor } from "../../views/layouts/main_pages.ts";
import { type FavoriteLink, Sidebar, type SidebarProps } from "../../views/layouts/sidebar.tsx";
import { savedViewPath } from "../../views/view_paths.ts";
import { latin1Html } from "../../views/latin1_html.ts";
import { commandPath, listPath, taskPath } from "../../views/paths.ts";
import { teamPath } from "../../views/team_paths.ts";
import { projectPath } from "../../views/project_paths.ts";
import type { Member } from "../domain/core/actor.ts";
import { perform } from "../domain/core/operation.ts";
import { listAll } from "../domain/core/page.ts";
import { cachedForMember } from "../domain/core/cached_for_member.ts";
import type { Favorite } from "../domain/favorites/schema.ts";
import { minuteOf } from "../domain/core/minute.ts";
import { countInbox, UNREAD_UP_TO } from "../domain/inbox/count.ts";
import { seesRoadmap } from "../domain/projects/roadmap.ts";
import { listWorkspaces } from "../domain/workspaces/list.ts";
import { listSidebarViews, type ViewLink } from "../domain/saved_views/sidebar.ts";
import type { Deps } from "../http/env.ts";
import { favoritesOf, pageReads, teamsOf } from "./visit.ts";
import { audienceOf } from "./audience.ts";

/**
 * Returns the sidebar. Its data is read once between two commits, and it is rendered only after a change.
 * @param here the page's paths in the sidebar, nearest first
 */
export async function sidebarOf(
  deps: Deps,
  member: Member,
  here: readonly string[],
): Promise<Child> {
  const asked = { cache: pageReads, what: ["sidebar", minuteOf(deps.clock())] };
  const { props, paths, text, drawn } = await cachedForMember(deps, member, asked, async () => {
    const props = await readSidebar(deps, member);
    const text = JSON.stringify(props);
    return { props, paths: pathsIn(props), text, drawn: new Map<string, Child>() };
  });
  const { sidebar: state, sidebarFolded: folded } = member.preferences;
  const marked = here.map((path) => paths.get(path)).find((href) => href !== undefined) ?? "";
  const look = `${state} ${folded.join(" ")} ${marked}`;
  const known = drawn.get(look);
  if (known !== undefined) return known;
  const key = `${look} ${text}`;
  const kept = deps.memory.sidebars.get(key);
  const html = kept ??
    latin1Html(String(<Sidebar {...props} here={marked} folded={folded} state={state} />));
  if (kept === undefined) deps.memory.sidebars.keep(key, html);
  const view = raw(html);
  drawn.set(look, view);
  return view;
}

type Read = Omit<SidebarProps, "here" | "folded" | "state">;

/**
 * Returns the sidebar's links by path, so that it can mark the current one. A team's and a project's task lists belong
 * to their links.
 */
function pathsIn({ mainPages, favorites, views, teams }: Read): Map<string, string> {
  const projects = favorites.filter(({ kind }) => kind === "project");
  return new Map([
    ...teams.flatMap(({ id, key, href }) =>
      [id, key].flatMap((one) =>
        [teamPath(one), listPath({ teamId: one })].map((path) => [path, href] as const)
      )
    ),
    ...projects.flatMap(({ id, key, href }) =>
      [id, key].flatMap((one) =>
        [projectPath(one), listPath({ projectId: one })].map((path) => [path, href] as const)
      )
    ),
    [commandPath, commandPath],
    ...[mainPages, favorites, views, teams].flat().map(({ href }) => [href, href] as const),
  ]);
}

async function readSidebar(deps: Deps, member: Member): Promise<Read> {
  const [teams, workspaces, favorites, views, unread, leads] = await Promise.all([
    teamsOf(deps, member),
    listAll(deps, member, listWorkspaces),
    favoritesOf(deps, member),
    perform(deps, member, listSidebarViews, {}),
    perform(deps, member, countInbox, {}),
    perform(deps, member, seesRoadmap, {}),
  ]);
  const { workspace, email } = member;
  return {
    viewer: { name: member.profile.name, color: member.profile.color, email },
    workspace,
    workspaces,
    mainPages: mainPagesFor(audienceOf(member), leads),
    counts: { unread: { count: unread, more: unread >= UNREAD_UP_TO } },
    favorites: favorites.flatMap((favorite, position): FavoriteLink[] => {
      const href = pathOf(favorite, views);
      return href === null ? [] : [{ ...favorite, href, position }];
    }),
    views: views.flatMap(({ id, kind, key, name, ofTeam }) =>
      ofTeam ? [{ id, key, name, href: savedViewPath({ kind, key }) }] : []
    ),
    teams: teams.map((team) => ({ ...team, href: teamPath(team.key) })),
  };
}

/** Returns a favorite's link: for a team, its tasks. Returns null for a view that is no longer visible. */
function pathOf({ kind, id, key }: Favorite, views: readonly ViewLink[]): string | null {
  switch (kind) {
    case "task":
      return taskPath(key);
    case "project":
      return projectPath(key);
    case "team":
      return listPath({ teamId: id });
    case "view": {
      const view = views.find((one) => one.id === id);
      return view ? savedViewPath(view) : null;
    }
  }
}
