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
  revokedAt?: string | null;
}

const path = "/personal-access-tokens";

function render({ credentials, nextCursor }: Collection<"credentials", PersonalToken>): string {
  const body = table(
    ["ID", "Status", "Expires", "Label", "Scopes"],
    credentials.map(({ id, status, expiresAt, revokedAt, label, scopes }) => [
      ...[id, revokedAt ? `${status} ${inWords(revokedAt)}` : status],
      ...[expiresAt ? inWords(expiresAt) : "never", label, scopes.join(" ")],
    ]),
    "No personal access tokens yet",
  );
  return withMore(body, { nextCursor });
}

/** The maximum number of days until a token expires. */
const MOST_DAYS = 365;

function parseDays(given: string | undefined): number | null | undefined {
  if (given === undefined) return undefined;
  if (given === "never") return null;
  if (/^[1-9][0-9]{0,2}$/.test(given) && Number(given) <= MOST_DAYS) return Number(given);
  throw badValue(`--expires-in-days must be a whole number from 1 to ${MOST_DAYS}, or never.`);
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
    summary: "Create a personal access token and show it once",
    options: {
      label: requiredValue("<label>", "Name of the token"),
      scope: list("<scope>", "Scope, such as tasks.read (repeatable)"),
      expiresInDays: value("<n>", 'Days until the token expires, or "never" (default: 90)'),
      use: flag("Store the token in the profile and use it, instead of showing it"),
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
          listing([["Token", token], ["ID", credential.id], ["Label", credential.label]]),
      );
    },
  }),
  command({
    path: "pat revoke",
    summary: "Revoke a personal access token",
    args: { credentialId: argument('Token, by ID or label, from "backlog pat list"') },
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      await ask(settings, {
        method: "DELETE",
        path: `${path}/${encodeURIComponent(args.credentialId)}`,
      });
      await print(globals, { revoked: true }, () => "Token revoked");
    },
  }),
];
