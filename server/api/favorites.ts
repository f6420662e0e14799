import { listFavorites } from "../domain/favorites/list.ts";
import { addFavorite, removeFavorite } from "../domain/favorites/mark.ts";
import { Favorite } from "../domain/favorites/schema.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Views";
const path = "/workspaces/{workspaceId}/favorites";

export const favoritesEndpoints = [
  collection({
    path,
    operation: listFavorites,
    tag,
    summary: "List one's favorites",
    plural: "favorites",
    record: Favorite,
  }),
  endpoint({
    method: "PUT",
    path: `${path}/{kind}/{id}`,
    operation: addFavorite,
    tag,
    summary: "Pin a task, project, view or team, or move it among one's favorites",
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
    summary: "Unpin it",
    status: 204,
    response: null,
    answer: () => ({}),
  }),
];
