import { listCommands } from "./list.ts";
import { runCommand } from "./run.ts";

export const operations = [
  listCommands,
  runCommand,
];
