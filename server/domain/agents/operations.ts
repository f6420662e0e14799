import { createAgent } from "./create.ts";
import { findAgent, listAgents } from "./list.ts";
import { updateAgent } from "./update.ts";

export const operations = [
  listAgents,
  findAgent,
  createAgent,
  updateAgent,
];
