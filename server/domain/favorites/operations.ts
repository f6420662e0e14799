import { listFavorites } from "./list.ts";
import { addFavorite, markFavoriteTasks, removeFavorite } from "./mark.ts";

export const operations = [
  listFavorites,
  addFavorite,
  removeFavorite,
  markFavoriteTasks,
];
