import { listFavorites } from "../domain/favorites/list.ts";
import { addFavorite, markFavoriteTasks, removeFavorite } from "../domain/favorites/mark.ts";
import { z } from "zod";
import { Task } from "../domain/tasks/schema.ts";
import { Favorite } from "../domain/favorites/schema.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Views";
const path = "/workspaces/{workspaceId}/favorites";

export const favoritesEndpoints = [
  collection({
    path,
    operation: listFavorites,
    tag,
    summary: "List your favorites",
    plural: "favorites",
    record: Favorite,
  }),
  endpoint({
    method: "PUT",
    path: `${path}/{kind}/{id}`,
    operation: addFavorite,
    tag,
    summary: "Add or move a favorite",
    status: 204,
    bodyOptional: true,
    example: { position: 0 },
    response: null,
    answer: () => ({}),
  }),
  endpoint({
    method: "DELETE",
    path: `${path}/{kind}/{id}`,
    operation: removeFavorite,
    tag,
    summary: "Remove a favorite",
    status: 204,
    response: null,
    answer: () => ({}),
  }),
  endpoint({
    method: "PATCH",
    path: `${path}/tasks`,
    operation: markFavoriteTasks,
    tag,
    summary: "Add or remove several tasks as favorites",
    description:
      "Changes all tasks or none. Returns the tasks that changed, with their positions among your " +
      "favorites. For removed tasks, these are the former positions.",
    status: 200,
    response: z.strictObject({ tasks: z.array(Task), positions: z.array(z.int()) }),
    answer: ({ tasks, positions }) => `{"tasks":${tasks},"positions":[${positions.join(",")}]}`,
    example: { taskIds: ["ENG-1", "ENG-2"], favorite: true },
  }),
];
