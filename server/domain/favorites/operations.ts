import { listFavorites } from "./list.ts";
import { addFavorite, removeFavorite } from "./mark.ts";

export const operations = [
  listFavorites,
  addFavorite,
  removeFavorite,
];
