import { createAutomation } from "./create.ts";
import { exchangeSecret } from "./exchange.ts";
import { findAutomation, listAutomations } from "./list.ts";
import { rotateSecret } from "./rotate.ts";
import { updateAutomation } from "./update.ts";

export const operations = [
  exchangeSecret,
  listAutomations,
  findAutomation,
  createAutomation,
  updateAutomation,
  rotateSecret,
];
