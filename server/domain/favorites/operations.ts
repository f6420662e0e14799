import { listFavorites } from "./list.ts";
import { addFavorite, removeFavorite } from "./mark.ts";

/** All that can be done with favorites. */
export const operations = [
  listFavorites,
  addFavorite,
  removeFavorite,
];
