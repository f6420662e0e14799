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

const onView = {
  path: viewPagePath,
  form: {},
  home: ({ viewKey }: { viewKey: string }) => viewPath(viewKey),
  changes,
} as const;

/** The same from a saved view's. */
export const favoriteView = action({
  ...onView,
  button: "act=favorite",
  does: (_form, at) => add(at, { kind: "view", id: at.params.viewKey }),
  says: (favorite, _form, { params }) => saysAdded(favorite, { kind: "view", id: params.viewKey }),
});

export const unfavoriteView = action({
  ...onView,
  button: "act=unfavorite",
  does: (_form, at) => remove(at, { kind: "view", id: at.params.viewKey }),
  says: (favorite, _form, { params }) =>
    saysRemoved(favorite, { kind: "view", id: params.viewKey }),
});

/** The same from a view of projects. */
export const favoriteProjectView = action({
  ...onView,
  path: projectViewPagePath,
  home: ({ viewKey }) => projectViewPath(viewKey),
  button: "act=favorite",
  does: (_form, at) => add(at, { kind: "view", id: at.params.viewKey }),
  says: (favorite, _form, { params }) => saysAdded(favorite, { kind: "view", id: params.viewKey }),
});

export const unfavoriteProjectView = action({
  ...onView,
  path: projectViewPagePath,
  home: ({ viewKey }) => projectViewPath(viewKey),
  button: "act=unfavorite",
  does: (_form, at) => remove(at, { kind: "view", id: at.params.viewKey }),
  says: (favorite, _form, { params }) =>
    saysRemoved(favorite, { kind: "view", id: params.viewKey }),
});

const onProject = {
  path: projectPagePath,
  form: {},
  home: ({ projectId }: { projectId: string }) => projectPath(projectId),
  changes,
} as const;

/** The same from a project's. */
export const favoriteProject = action({
  ...onProject,
  button: "act=favorite",
  does: (_form, at) => add(at, { kind: "project", id: at.params.projectId }),
  says: (favorite, _form, { params }) =>
    saysAdded(favorite, { kind: "project", id: params.projectId }),
});

export const unfavoriteProject = action({
  ...onProject,
  button: "act=unfavorite",
  does: (_form, at) => remove(at, { kind: "project", id: at.params.projectId }),
  says: (favorite, _form, { params }) =>
    saysRemoved(favorite, { kind: "project", id: params.projectId }),
});

/** Puts a favorite at a place among the others, where one sees it already. */
export const placeFavorite = action({
  ...anywhere,
  path: favoritePlacePath,
  changes: "nothing",
  does: (_form, at) => place(at),
  says({ before, favorite }, _form, { params: { kind, id } }) {
    if (!before || !favorite || before.position === favorite.position) return null;
    const text = `${nameOf(favorite)} is number ${favorite.position + 1} of your favorites.`;
    return { text, quiet: true, undo: placeAgain(before, favoritePath(kind, id)) };
  },
});

/** Puts a favorite back at the place where it was. */
export const placeFavoriteAgain = action({
  ...anywhere,
  path: favoritePlacePath,
  button: "act=again",
  does: (_form, at) => place(at),
  says: ({ before, favorite }) => ({
    text: before ? `${nameOf(favorite)} is back in its place.` : isIn(favorite),
  }),
});

async function place(at: ActionContext<Member, typeof favoritePlacePath>) {
  const { kind, id, position } = at.params;
  const before = await pinned(at, { kind, id });
  // Number() takes what is nothing but space for 0.
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
  return { text, undo: placeAgain(favorite, favoritePath(kind, id)) };
}

function isIn(favorite: Favorite | null): string {
  return `${nameOf(favorite)} is in your favorites.`;
}

function nameOf(favorite: Favorite | null): string {
  if (!favorite) return "It";
  return favorite.kind === "task" ? favorite.key : favorite.title;
}
