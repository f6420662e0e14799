import { ask, type Collection } from "../client.ts";
import { argument, command, flag, list, requiredValue, value } from "../command.ts";
import { badValue } from "../failure.ts";
import { print } from "../output.ts";
import { askPage, paging, withMore } from "../paging.ts";
import { listing, table } from "../table.ts";
import { requireWritable } from "../profile.ts";
import { keepToken } from "../session.ts";
import { resolveSettings } from "../settings.ts";
import { masked } from "../token.ts";
import { inWords } from "../times.ts";

interface PersonalToken {
  id: string;
  label: string;
  scopes: string[];
  status: string;
  expiresAt?: string | null;
}

const path = "/personal-access-tokens";

function render({ credentials, nextCursor }: Collection<"credentials", PersonalToken>): string {
  const body = table(
    ["Id", "Status", "Expires", "Label", "Scopes"],
    credentials.map(({ id, status, expiresAt, label, scopes }) => [
      ...[id, status, expiresAt ? inWords(expiresAt) : "never", label, scopes.join(" ")],
    ]),
    "You have no personal access token.",
  );
  return withMore(body, { nextCursor });
}

function parseDays(given: string | undefined): number | null | undefined {
  if (given === undefined) return undefined;
  if (given === "never") return null;
  if (/^[1-9][0-9]{0,5}$/.test(given)) return Number(given);
  throw badValue("--expires-in-days takes a whole number of days, or never; give one.");
}

export const commands = [
  command({
    path: "pat list",
    summary: "List your personal access tokens",
    options: paging,
    async run({ options, globals }) {
      const settings = resolveSettings(globals);
      await print(
        globals,
        await askPage<"credentials", PersonalToken>(settings, path, "credentials", options),
        render,
      );
    },
  }),
  command({
    path: "pat create",
    summary: "Create a personal access token, shown this once",
    options: {
      label: requiredValue("<label>", "What it is for"),
      scope: list("<scope>", "What it may do: tasks.read; repeat it for several"),
      expiresInDays: value("<n>", "After how many days it ends, or never; else 90"),
      use: flag("Keep it in the profile instead of showing it, and use it from now on"),
    },
    async run({ options, globals }) {
      const { label, scope: scopes, expiresInDays } = options;
      const body = { label, scopes, expiresInDays: parseDays(expiresInDays) };
      const settings = resolveSettings(globals);
      if (options.use) requireWritable(settings.files);
      const answer = await ask<{ token: string; credential: PersonalToken }>(settings, {
        method: "POST",
        path,
        body,
      });
      if (options.use) keepToken(settings, answer.token);
      const shown = options.use ? { ...answer, token: masked(answer.token) } : answer;
      await print(
        globals,
        shown,
        ({ token, credential }) =>
          listing([["Token", token], ["Id", credential.id], ["Label", credential.label]]),
      );
    },
  }),
  command({
    path: "pat revoke",
    summary: "Revoke a personal access token",
    args: { credentialId: argument('Its id or label, as "backlog pat list" shows it') },
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      await ask(settings, {
        method: "DELETE",
        path: `${path}/${encodeURIComponent(args.credentialId)}`,
      });
      await print(globals, { revoked: true }, () => "It is revoked.");
    },
  }),
];
