import { createPersonalToken } from "./create.ts";
import { listPersonalTokens } from "./list.ts";
import { revokePersonalToken } from "./revoke.ts";

export const operations = [
  listPersonalTokens,
  createPersonalToken,
  revokePersonalToken,
];
