import assert from "node:assert/strict";
import { endpoints } from "../../server/api/endpoints.ts";
import { describeApi } from "../../server/api/openapi.ts";
import { type Scope, scopes } from "../../server/domain/core/actor.ts";
import type { Database } from "../../server/database/open.ts";
import { DomainError } from "../../server/domain/core/errors.ts";
import { call, createTestApp } from "../support/app.ts";
import { createWorld } from "../support/world.ts";
import { type ActorKind, forPeople, isAutomation } from "./permissions/actors.ts";
import { type AnyOperation, trial } from "./permissions/attempt.ts";
import { issueBearers } from "./permissions/bearers.ts";
import { table } from "./permissions/table.ts";
import { populate } from "./support/full_cast.ts";
import { UndoingDatabase } from "./support/undoing.ts";

interface Described {
  description: string;
  security?: Record<string, string[]>[];
}

const { paths } = await describeApi(endpoints, "https://backlog.example", "1.0.0", 1_200) as {
  paths: Record<string, Record<string, Described>>;
};
const described = ({ path, method }: { path: string; method: string }) =>
  paths[path]![method.toLowerCase()]!;

/** An owner's tokens of every kind, and an automation's. */
const kinds: readonly ActorKind[] = [
  "owner",
  ...scopes.map((scope): ActorKind => `pat:${scope}`),
  "automation",
];

/** Whether the description says that a kind of token is sufficient. */
function promised(description: string, kind: ActorKind): boolean {
  if (description.includes("Accepts any token.")) return true;
  if (kind === "owner") return true;
  if (description.includes("Requires a signed-in session.")) return false;
  const scope = /Requires the scope `([\w.]+)`\./.exec(description)?.[1];
  assert.ok(scope, `"${description}" says of no token whether it will do`);
  return isAutomation(kind) ? !forPeople.has(scope as Scope) : kind === `pat:${scope}`;
}

/** Requirements of some inputs are described in words before the sentence about all inputs. */
const inWords: Record<string, RegExp> = {
  session_required: /(requires|use) a signed-in session/,
  missing_scope: /must have every scope/,
};

Deno.test("a token can run an operation if and only if the API description says so", async () => {
  await using world = await createWorld();
  const fullCast = await populate(world);
  const bearers = await issueBearers(fullCast);
  const database = new UndoingDatabase(world.database);
  database.undoes = true;
  const services = { ...world.services, database };
  const wrong: string[] = [];
  for (const endpoint of endpoints.filter(({ operation }) => operation.audience !== "anyone")) {
    const operation = endpoint.operation as AnyOperation;
    const { description } = described(endpoint);
    for (const row of table[operation.name] ?? []) {
      for (const kind of kinds) {
        const input = row.input(fullCast);
        const code = await trial(services, operation, bearers[kind], fullCast.workspaceId, input)
          .then(() => "", (error) => error instanceof DomainError ? error.code : String(error));
        const refused = code === "missing_scope" || code === "session_required";
        if (refused && inWords[code]!.test(description)) continue;
        if (refused === promised(description, kind)) {
          wrong.push(`${operation.name} ${row.of ?? ""} by ${kind}: ${code} (${description})`);
        }
      }
    }
  }
  assert.deepEqual(wrong, []);
});

Deno.test("for endpoints without sign-in, the description says whether a bearer token has an effect", async () => {
  const undoing = (database: Database) => new UndoingDatabase(database);
  await using app = await createTestApp({ wrap: undoing });
  const fullCast = await populate(app.world);
  await issueBearers(fullCast);
  (app.world.services.database as UndoingDatabase).undoes = true;
  const { ada, ids } = fullCast;
  const wrong: string[] = [];
  for (const endpoint of endpoints.filter(({ operation }) => operation.audience === "anyone")) {
    const { method, path, example, bodyOptional } = endpoint;
    const ask = async (token?: string, body: unknown = bodyOptional ? {} : example) =>
      (await call(app, `${method} ${path}`, { token, body })).status;
    const { refreshToken } = ada.tokens;
    const bare = await ask();
    const heard = await ask(ada.tokens.accessToken) !== bare || await ask(ids.secret) !== bare;
    const inBody = heard && await ask(undefined, { refreshToken }) === 200;
    const right = !heard ? [] : inBody ? [{}, { bearer: [] }] : undefined;
    const { security } = described(endpoint);
    if (JSON.stringify(security) !== JSON.stringify(right)) {
      wrong.push(`${path}: ${JSON.stringify(security)} and not ${JSON.stringify(right)}`);
    }
  }
  assert.deepEqual(wrong, []);
});

Deno.test("if no scope would help a token, the error doesn't ask for one", async () => {
  await using app = await createTestApp();
  const fullCast = await populate(app.world);
  const made = await call(app, "POST /personal-access-tokens", {
    as: fullCast.ada,
    body: { label: "Reader", scopes: ["tasks.read"] },
  });
  const body = { label: "Another" };
  const again = await call(app, "POST /personal-access-tokens", { token: made.body.token, body });
  assert.deepEqual([again.status, again.body.code], [403, "session_required"]);
});
