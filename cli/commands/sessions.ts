import type { Session } from "../../server/domain/sessions/schema.ts";
import { ask } from "../client.ts";
import { argument, command } from "../command.ts";
import { print } from "../output.ts";
import { inRows, listCommand } from "../reading.ts";
import { resolveSettings } from "../settings.ts";
import { inWords } from "../times.ts";

export const commands = [
  listCommand({
    path: "sessions list",
    summary: "List your sessions",
    at: "/sessions",
    plural: "sessions",
    format: inRows(
      ["ID", "Kind", "Last used", "Address", "Label"],
      ({ id, kind, lastSeenAt, address, current, label }: Session) => [
        ...[id, kind, current ? "this session" : inWords(lastSeenAt), address, label],
      ],
      "No active sessions",
    ),
  }),
  command({
    path: "sessions revoke",
    summary: "End a session",
    args: { session: argument("Session ID") },
    async run({ args: { session }, globals }) {
      const settings = resolveSettings(globals);
      await ask(settings, { method: "DELETE", path: `/sessions/${encodeURIComponent(session)}` });
      await print(globals, { revoked: true }, () => "Session ended");
    },
  }),
  command({
    path: "sessions revoke-others",
    summary: "End all your other sessions",
    async run({ globals }) {
      const settings = resolveSettings(globals);
      const path = "/sessions/revoke-others";
      const answer = await ask<{ revoked: number }>(settings, { method: "POST", path });
      await print(
        globals,
        answer,
        ({ revoked }) => revoked === 1 ? "1 session ended" : `${revoked} sessions ended`,
      );
    },
  }),
];
