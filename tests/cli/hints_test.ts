import assert from "node:assert/strict";
import { flagName } from "../../cli/command.ts";
import { groups } from "../../cli/groups.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import type { Database } from "../../server/database/open.ts";
import { call, createTestApp } from "../support/app.ts";
import { provocations, stageFor } from "../gates/errors/provocations.ts";
import { issueBearers } from "../gates/permissions/bearers.ts";
import { populate } from "../gates/support/full_cast.ts";
import { UndoingDatabase } from "../gates/support/undoing.ts";

const commands = (await Promise.all(groups.map(({ load }) => load()))).flat();

/** Returns whether a quoted text is the start of a valid command. */
function canBeTyped(quoted: string): boolean {
  const command = commands.find(({ path }) => `${quoted} `.startsWith(`${path} `));
  if (!command) return false;
  const rest = quoted.slice(command.path.length).match(/\S+/g) ?? [];
  const taken = [
    ...Object.keys(command.options).map(flagName),
    ...Object.keys(command.args).map((name) => `<${name}>`),
  ];
  return rest.every((word) => taken.includes(word));
}

Deno.test("every command that a message suggests can be typed", async () => {
  await using app = await createTestApp({
    wrap: (database: Database) => new UndoingDatabase(database),
  });
  const fullCast = await populate(app.world);
  await issueBearers(fullCast);
  const stage = await stageFor(fullCast);
  const exchange = "POST /automation-auth/exchange";
  const { accessToken } = (await call(app, exchange, { token: fullCast.ids.secret })).body;
  (app.world.services.database as UndoingDatabase).undoes = true;
  const { ids, ada } = fullCast;
  const cli = { "user-agent": "backlog-cli/0.1.0" };
  const found = new Map<string, string>();
  const hear = async (request: string, token: string | undefined, body?: unknown, more = {}) => {
    const answer = await call(app, request, { token, body, headers: { ...cli, ...more } });
    if (answer.body?.hint) found.set(answer.body.hint, request);
  };
  const gone = ["blg_hat_gone", "blg_pat_gone", "blg_aat_gone", ids.secret!];
  for (const token of gone) await hear("GET /me", token);
  for (const endpoint of endpoints) {
    const { method, example = {} } = endpoint;
    for (const [status, provoke] of Object.entries(provocations)) {
      if (!["403", "404"].includes(status)) continue;
      for (const { path, token, body } of provoke(endpoint, stage)) {
        const own = token === null ? undefined : token ?? ada.tokens.accessToken;
        await hear(`${method} ${path}`, own, method === "GET" ? undefined : body ?? example);
      }
    }
  }
  const agent = { "x-backlog-agent": "prof_none" };
  await hear("GET /me", accessToken, undefined, agent);
  assert.ok(found.size > 8, `${found.size} hints were heard`);
  const wrong: string[] = [];
  for (const [hint, request] of found) {
    if (/\/api\/|X-Backlog|[Hh]eader|bearer|ETag/.test(hint)) wrong.push(`${request}: ${hint}`);
    for (const [, quoted] of hint.matchAll(/"([^"]+)"/g)) {
      if (!canBeTyped(quoted!)) wrong.push(`${request}: no command ${quoted}`);
    }
  }
  assert.deepEqual(wrong, []);
});
