import {
  favoritePagePath,
  favoritePath,
  favoritePlacePath,
  taskPagePath,
  taskPath,
  tasksPath,
} from "../../../views/paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { listFavorites } from "../../domain/favorites/list.ts";
import { addFavorite, removeFavorite } from "../../domain/favorites/mark.ts";
import type { Favorite } from "../../domain/favorites/schema.ts";
import { type Action, action, type ActionMessage } from "../action.ts";
import type { ActionContext, PageContext } from "../context.ts";

/** What is, or was, a favorite, by the names of a path. */
interface FavoriteName {
  kind: string;
  id: string;
}

const changes = "page and sidebar";
const anywhere = { form: {}, home: () => tasksPath, changes } as const;
const onTask = {
  path: taskPagePath,
  form: {},
  home: ({ taskId }: { taskId: string }) => taskPath(taskId),
  changes,
} as const;

export const addToFavorites: Action = action({
  ...anywhere,
  path: favoritePagePath,
  button: "act=add",
  does: (_form, at) => add(at, at.params),
  says: (favorite, _form, { params }) => saysAdded(favorite, params),
});

export const removeFromFavorites: Action = action({
  ...anywhere,
  path: favoritePagePath,
  button: "act=remove",
  does: (_form, at) => remove(at, at.params),
  says: (favorite, _form, { params }) => saysRemoved(favorite, params),
});

/** The same from a task's own menu. */
export const favoriteTask = action({
  ...onTask,
  button: "act=favorite",
  does: (_form, at) => add(at, { kind: "task", id: at.params.taskId }),
  says: (favorite, _form, { params }) => saysAdded(favorite, { kind: "task", id: params.taskId }),
});

export const unfavoriteTask = action({
  ...onTask,
  button: "act=unfavorite",
  does: (_form, at) => remove(at, { kind: "task", id: at.params.taskId }),
  says: (favorite, _form, { params }) => saysRemoved(favorite, { kind: "task", id: params.taskId }),
});

/** Puts a favorite at a place among the others, or back there. */
export const placeFavorite = action({
  ...anywhere,
  path: favoritePlacePath,
  async does(_form, at) {
    const { kind, id, position } = at.params;
    const before = await pinned(at, { kind, id });
    // Number() takes what is nothing but space for 0.
    const place = /^\d+$/.test(position) ? Number(position) : NaN;
    await at.perform(addFavorite, { kind, id, position: place });
    return { before, favorite: await pinned(at, { kind, id }) };
  },
  // One sees where it went; that it is back is news.
  says: ({ before, favorite }) => before ? null : { text: isIn(favorite) },
});

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

/** The favorite of that name, and where it stands among the others; null when it is none. */
async function pinned(at: PageContext<Member>, { kind, id }: FavoriteName): Promise<Placed | null> {
  const all = await at.askAll(listFavorites);
  const position = all.findIndex((one) =>
    one.kind === kind && (one.id === id || one.key.toUpperCase() === id.toUpperCase())
  );
  return position === -1 ? null : { ...all[position]!, position };
}

function saysAdded(favorite: Favorite | null, { kind, id }: FavoriteName): ActionMessage {
  const undo = { action: removeFromFavorites, path: favoritePath(kind, id) };
  return { text: isIn(favorite), undo };
}

function saysRemoved(favorite: Placed | null, { kind, id }: FavoriteName): ActionMessage {
  const text = `${nameOf(favorite)} is no longer in your favorites.`;
  if (!favorite) return { text };
  const path = `${favoritePath(kind, id)}/${favorite.position}`;
  return { text, undo: { action: placeFavorite, path } };
}

function isIn(favorite: Favorite | null): string {
  return `${nameOf(favorite)} is in your favorites.`;
}

function nameOf(favorite: Favorite | null): string {
  if (!favorite) return "It";
  return favorite.kind === "task" ? favorite.key : favorite.title;
}
