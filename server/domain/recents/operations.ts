import { listRecents } from "./list.ts";

export const operations = [
  listRecents,
];
