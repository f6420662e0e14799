import { listCommands } from "./list.ts";
import { runCommand } from "./run.ts";

/** All that can be done with the palette. */
export const operations = [
  listCommands,
  runCommand,
];
