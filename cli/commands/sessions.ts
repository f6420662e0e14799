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
    summary: "List where you are signed in",
    at: "/sessions",
    plural: "sessions",
    tell: inRows(
      ["Id", "Kind", "Used", "From", "Label"],
      ({ id, kind, lastSeenAt, address, current, label }: Session) => [
        ...[id, kind, current ? "this one" : inWords(lastSeenAt), address, label],
      ],
      "You are signed in nowhere.",
    ),
  }),
  command({
    path: "sessions revoke",
    summary: "End one of your sessions",
    args: { session: argument("The session's id") },
    async run({ args: { session }, globals }) {
      const settings = resolveSettings(globals);
      await ask(settings, { method: "DELETE", path: `/sessions/${encodeURIComponent(session)}` });
      await print(globals, { revoked: true }, () => "The session has ended.");
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
        ({ revoked }) =>
          revoked === 1 ? "One session has ended." : `${revoked} sessions have ended.`,
      );
    },
  }),
];
