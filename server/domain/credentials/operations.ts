import { createCredential } from "./create.ts";
import { listCredentials } from "./list.ts";
import { revokeCredential } from "./revoke.ts";

/** All that can be done with credentials. */
export const operations = [
  listCredentials,
  createCredential,
  revokeCredential,
];
