import {
  favoritePagePath,
  favoritePath,
  favoritePlacePath,
  taskPagePath,
  taskPath,
  tasksPath,
  viewPagePath,
  viewPath,
} from "../../../views/paths.ts";
import {
  projectPagePath,
  projectPath,
  projectViewPagePath,
  projectViewPath,
} from "../../../views/project_paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { listFavorites } from "../../domain/favorites/list.ts";
import { addFavorite, removeFavorite } from "../../domain/favorites/mark.ts";
import type { Favorite } from "../../domain/favorites/schema.ts";
import { type Action, action, type ActionMessage, type Undo } from "../action.ts";
import type { ActionContext, PageContext } from "../context.ts";

/** A current or former favorite, by the names in a path. */
export interface FavoriteName {
  kind: string;
  id: string;
}

const changes = "page and sidebar";
const anywhere = { form: {}, home: () => tasksPath, changes } as const;
export const addToFavorites: Action = action({
  ...anywhere,
  path: favoritePagePath,
  button: "act=add",
  does: (_form, at) => add(at, at.params),
  says: (favorite, _form, { params }) => describeAddedFavorite(favorite, params),
});

export const removeFromFavorites: Action = action({
  ...anywhere,
  path: favoritePagePath,
  button: "act=remove",
  does: (_form, at) => remove(at, at.params),
  says: (favorite, _form, { params }) => describeRemovedFavorite(favorite, params),
});

/**
 * Creates the actions for the menu of a record.
 * @param path the pattern of the record's page, with one parameter for its ID
 * @param pathOf returns the path of the record's page
 */
function onPageOf(kind: Favorite["kind"], path: string, pathOf: (id: string) => string) {
  const idIn = (params: Readonly<Record<string, string>>) => params[path.split(":")[1]!]!;
  const named = (params: Readonly<Record<string, string>>) => ({ kind, id: idIn(params) });
  const common = {
    path,
    form: {},
    home: (params: Readonly<Record<string, string>>) => pathOf(idIn(params)),
    changes,
  } as const;
  return {
    favorite: action({
      ...common,
      button: "act=favorite",
      does: (_form, at) => add(at, named(at.params)),
      says: (favorite, _form, { params }) => describeAddedFavorite(favorite, named(params)),
    }),
    unfavorite: action({
      ...common,
      button: "act=unfavorite",
      does: (_form, at) => remove(at, named(at.params)),
      says: (favorite, _form, { params }) => describeRemovedFavorite(favorite, named(params)),
    }),
  };
}

export const { favorite: favoriteTask, unfavorite: unfavoriteTask } = onPageOf(
  "task",
  taskPagePath,
  taskPath,
);
export const { favorite: favoriteView, unfavorite: unfavoriteView } = onPageOf(
  "view",
  viewPagePath,
  viewPath,
);
export const { favorite: favoriteProjectView, unfavorite: unfavoriteProjectView } = onPageOf(
  "view",
  projectViewPagePath,
  projectViewPath,
);
export const { favorite: favoriteProject, unfavorite: unfavoriteProject } = onPageOf(
  "project",
  projectPagePath,
  projectPath,
);

/** Saves a favorite's position, which the sidebar already shows. */
export const placeFavorite = action({
  ...anywhere,
  path: favoritePlacePath,
  changes: "nothing",
  does: (_form, at) => place(at),
  says({ before, favorite }, _form, { params: { kind, id } }) {
    if (!before || !favorite || before.position === favorite.position) return null;
    const text = `${nameOf(favorite)} moved to position ${favorite.position + 1} in favorites`;
    return { text, quiet: true, undo: placeAgain(before, favoritePath(kind, id)) };
  },
});

/** Moves a favorite back to its former position. */
export const placeFavoriteAgain = action({
  ...anywhere,
  path: favoritePlacePath,
  button: "act=again",
  does: (_form, at) => place(at),
  says: ({ before, favorite }) => ({
    text: before ? `${nameOf(favorite)} moved back` : isIn(favorite),
  }),
});

async function place(at: ActionContext<Member, typeof favoritePlacePath>) {
  const { kind, id, position } = at.params;
  const before = await pinned(at, { kind, id });
  // Number() reads white space as 0.
  const place = /^\d+$/.test(position) ? Number(position) : NaN;
  await at.perform(addFavorite, { kind, id, position: place });
  return { before, favorite: await pinned(at, { kind, id }) };
}

function placeAgain({ position }: Placed, path: string): Undo {
  return { action: placeFavoriteAgain, path: `${path}/${position}` };
}

async function add(at: ActionContext<Member>, named: FavoriteName): Promise<Favorite | null> {
  await at.perform(addFavorite, { ...named });
  return await pinned(at, named);
}

async function remove(at: ActionContext<Member>, named: FavoriteName): Promise<Placed | null> {
  const favorite = await pinned(at, named);
  await at.perform(removeFavorite, { ...named });
  return favorite;
}

type Placed = Favorite & { position: number };

/** Returns a favorite with its position, or null if the record isn't a favorite. */
export async function pinned(
  at: PageContext<Member>,
  { kind, id }: FavoriteName,
): Promise<Placed | null> {
  const all = await at.askAll(listFavorites);
  const position = all.findIndex((one) =>
    one.kind === kind && (one.id === id || one.key.toUpperCase() === id.toUpperCase())
  );
  return position === -1 ? null : { ...all[position]!, position };
}

export function describeAddedFavorite(
  favorite: Favorite | null,
  { kind, id }: FavoriteName,
): ActionMessage {
  const undo = { action: removeFromFavorites, path: favoritePath(kind, id) };
  return { text: isIn(favorite), undo };
}

export function describeRemovedFavorite(
  favorite: Placed | null,
  { kind, id }: FavoriteName,
): ActionMessage {
  const text = `${nameOf(favorite)} removed from favorites`;
  if (!favorite) return { text };
  return { text, undo: placeAgain(favorite, favoritePath(kind, id)) };
}

function isIn(favorite: Favorite | null): string {
  return `${nameOf(favorite)} added to favorites`;
}

function nameOf(favorite: Favorite | null): string {
  if (!favorite) return "Favorite";
  return favorite.kind === "task" ? favorite.key : favorite.title;
}
