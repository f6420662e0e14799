import { command } from "../command.ts";
import { printCheckedStatus } from "../status.ts";
import { tokenState } from "../token_state.ts";

export const commands = [
  command({
    path: "status",
    summary: "Show the profile, server, and workspace in use, and check the token",
    run: ({ globals }) => printCheckedStatus(globals, tokenState),
  }),
];
