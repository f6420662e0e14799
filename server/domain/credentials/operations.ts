import { createCredential } from "./create.ts";
import { listCredentials } from "./list.ts";
import { revokeCredential } from "./revoke.ts";

export const operations = [
  listCredentials,
  createCredential,
  revokeCredential,
];
