import { listAudit } from "./list.ts";

/** All that can be done with audit. */
export const operations = [
  listAudit,
];
