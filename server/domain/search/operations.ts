import { search } from "./search.ts";

/** All that can be done with search. */
export const operations = [
  search,
];
