import { command, flag, value } from "../../command.ts";
import { openBrowser } from "../../browser.ts";
import { operate } from "../operate.ts";

export const commands = [
  command({
    path: "serve",
    summary: "Run the Backlog server",
    options: {
      port: value("<port>", "Port to listen on (default: BACKLOG_PORT, or 5173)"),
      host: value("<address>", "Address to listen on (default: BACKLOG_HOST, or 127.0.0.1)"),
      open: flag("Open Backlog in the browser"),
    },
    run: ({ options }) =>
      operate(async () => {
        const { environment, readConfig } = await import("../../../server/config.ts");
        const config = readConfig(environment(), options);
        const { serve } = await import("../../../server/serve.ts");
        await serve(config, options.open ? openBrowser : undefined);
      }),
  }),
];
