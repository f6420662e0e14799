import { createAgent } from "./create.ts";
import { findAgent, listAgents } from "./list.ts";
import { updateAgent } from "./update.ts";

/** All that can be done with agents. */
export const operations = [
  listAgents,
  findAgent,
  createAgent,
  updateAgent,
];
