import { command } from "../command.ts";
import { printCheckedStatus } from "../status.ts";
import { tokenState } from "../token_state.ts";

export const commands = [
  command({
    path: "status",
    summary: "Show which profile, server, workspace and token are in use, and whether it works",
    run: ({ globals }) => printCheckedStatus(globals, tokenState),
  }),
];
