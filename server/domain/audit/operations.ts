import { listAudit } from "./list.ts";

export const operations = [
  listAudit,
];
