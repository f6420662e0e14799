import type { Favorite } from "../domain/favorites/schema.ts";
import { globalCommand, type GlobalName, hrefOf } from "./catalogue.ts";
import { recordItems, subjectItem } from "./record_items.ts";
import { globalItem, promoted } from "./global_item.ts";
import { composePath } from "../../views/paths.ts";
import { teamSettingsPath } from "../../views/settings_paths.ts";
import { destinationOf } from "./destinations.ts";
import { managedTeams, suggestedIn, suggestedRecords } from "./recent.ts";
import type { KnownHere } from "./rank.ts";
import type { PaletteItem, PaletteScope, PaletteViewer } from "./schema.ts";
import { ifThere, isGone, readOf } from "./subject.ts";
import { plainPath, type Surface, surfaceAt } from "./surfaces.ts";
import { canUse } from "./viewer.ts";
import type { Member } from "../domain/core/actor.ts";
import type { ReadContext } from "../domain/core/operation.ts";

/** The maximum number of suggested favorites. */
const MOST_FAVORITES = 8;

/** The maximum number of recently opened records. */
const MOST_RECENT = 8;

type RecordScope = Exclude<PaletteScope, "all" | "commands">;

/** The viewer's favorites and recently opened records. */
export interface Own {
  favorites: readonly Favorite[];
  recents: PaletteItem[];
}

/** The actions suggested everywhere, if the viewer can use them. */
const usual: readonly GlobalName[] = [
  "create.task",
  "create.project",
  "create.team",
  "open.inbox",
  "open.tasks",
  "open.projects",
  "open.views",
  "open.drafts",
  "open.teams",
  "open.roadmap",
  "open.members",
  "invite.members",
  "open.settings",
];

/**
 * Returns the suggestions without typed text: the page's own ones and the pages near it, then favorites, actions,
 * recently opened records, and a few other records.
 * @param path the page's path
 */
export async function suggestions(
  context: ReadContext<Member>,
  viewer: PaletteViewer,
  { favorites, recents }: Own,
  path: string | null | undefined,
): Promise<PaletteItem[]> {
  const here = plainPath(path);
  const surface = surfaceAt(here);
  const actions = (names: readonly GlobalName[]) => offered(viewer, surface, here, names);
  const [pinned, own] = [
    await recordItems(context, favorites.slice(0, MOST_FAVORITES).map(asCard)),
    await recordItems(context, await suggestedRecords(context, "ownTasks")),
  ];
  const before = once([
    ...await currentOf(context, viewer, surface),
    ...actions(surface.first ?? []).map(promoted),
    ...await recordsOf(context, surface),
    ...actions(surface.then ?? []).map((item) => ({ ...item, group: "Related" })),
    ...inFavorites(pinned),
    ...actions(usual),
  ]);
  const others = recents.filter(({ id }) => !before.some((one) => one.id === id));
  return once([
    ...before,
    ...others.slice(0, MOST_RECENT).map((item) => ({ ...item, group: "Recent" })),
    ...own,
  ]);
}

/** The kinds of records in a scope. */
const kindsIn: Record<RecordScope, readonly string[]> = {
  people: ["person", "agent"],
  projects: ["project"],
  tasks: ["task"],
};

/** Returns the records of a scope without text after its prefix: pinned, recently opened, and a few others. */
export async function suggestionsIn(
  context: ReadContext<Member>,
  scope: RecordScope,
  { favorites, recents }: Own,
): Promise<PaletteItem[]> {
  const fits = ({ kind }: { kind: string }) => kindsIn[scope].includes(kind);
  const pinned = favorites.filter(fits).slice(0, MOST_FAVORITES);
  const found = await suggestedRecords(context, suggestedIn[scope]);
  return once([
    ...inFavorites(await recordItems(context, pinned.map(asCard))),
    ...recents.filter(fits).slice(0, MOST_RECENT),
    ...await recordItems(context, found),
  ]);
}

function inFavorites(items: PaletteItem[]): PaletteItem[] {
  return items.map((item) => ({ ...item, group: "Favorites" }));
}

/** Returns a favorite as a found record. */
function asCard({ kind, id, key, title }: Favorite) {
  return { kind, id, key, title, subtitle: null, status: null };
}

/** Returns rows that the viewer can use and that open another page. */
function offered(
  viewer: PaletteViewer,
  { suppress = [] }: Surface,
  here: string,
  names: readonly GlobalName[],
): PaletteItem[] {
  return names.map(globalCommand)
    .filter((command) => canUse(viewer, command.access))
    .filter((command) => hrefOf(command) !== here && !suppress.includes(command.name))
    .map((command) => globalItem(command));
}

/** Returns the values that commands take from a page: from a team's settings, invitations take the team. */
export async function knownHere(
  context: ReadContext<Member>,
  viewer: PaletteViewer,
  path: string | null | undefined,
): Promise<KnownHere> {
  const { teamId } = surfaceAt(plainPath(path));
  const team = teamId && viewer.isWorkspaceManager
    ? await ifThere(readOf(context, "team", teamId))
    : null;
  return team && !isGone(team) ? { "invite.members": { teamId: team.record.id } } : {};
}

/** Returns the record that a page shows, or the actions for the team whose settings it shows. */
async function currentOf(
  context: ReadContext<Member>,
  viewer: PaletteViewer,
  { current, teamId }: Surface,
): Promise<PaletteItem[]> {
  if (current) {
    const subject = await ifThere(readOf(context, current.kind, current.idOrKey));
    return subject ? [promoted(subjectItem(subject))] : [];
  }
  const team = teamId ? await ifThere(readOf(context, "team", teamId)) : null;
  if (!team || isGone(team)) return [];
  return teamSettingsItems(viewer, team.record.id).map(promoted);
}

/** Returns the suggestions on a team's settings: invitations and tasks for the team, its workflow, and the team. */
function teamSettingsItems(viewer: PaletteViewer, teamId: string): PaletteItem[] {
  const invite = globalItem(globalCommand("invite.members"), "", { teamId });
  const workflow = globalItem(globalCommand("create.workflow"));
  const task = globalItem(globalCommand("create.task"));
  const open = {
    ...globalItem(globalCommand("open.teams")),
    id: `team.open:${teamId}`,
    title: "Open team",
    href: destinationOf("team", teamId),
    record: teamId,
  };
  return [
    ...(viewer.isWorkspaceManager ? [invite, workflow] : []),
    ...(viewer.canCreateTasks ? [{ ...task, href: composePath({ teamId }) }] : []),
    open,
  ];
}

/** Returns the records that a page is about. For teams' settings, these are the teams that the viewer can change. */
async function recordsOf(
  context: ReadContext<Member>,
  { records }: Surface,
): Promise<PaletteItem[]> {
  if (!records) return [];
  if (records !== "teamSettings") {
    return await recordItems(context, await suggestedRecords(context, records));
  }
  const teams = await managedTeams(context);
  return teams.map(({ id, name }) => ({
    ...globalItem(globalCommand("open.teamSettings")),
    id: `open.teamSettings:${id}`,
    title: `Open team settings: ${name}`,
    group: "Team settings",
    href: teamSettingsPath(id),
  }));
}

/** Removes repeated rows, and keeps the first of each. */
function once(items: PaletteItem[]): PaletteItem[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => !seen.has(id) && seen.add(id));
}
