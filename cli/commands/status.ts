import { command } from "../command.ts";
import { printStatus } from "../status.ts";

export const commands = [
  command({
    path: "status",
    summary: "Show which profile, server, workspace and token are in use",
    run: ({ globals }) => Promise.resolve(printStatus(globals)),
  }),
];
