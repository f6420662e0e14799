import assert from "node:assert/strict";
import { z } from "zod";
import type { Endpoint } from "../../server/api/endpoint.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import type { Database } from "../../server/database/open.ts";
import { call, createTestApp, type TestApp } from "../support/app.ts";
import { bodyOf, type Published, readerOf } from "../support/openapi_document.ts";
import { fill, type Stage, stageFor } from "./errors/provocations.ts";
import { objectSchema } from "./fuzz/inputs.ts";
import { issueBearers } from "./permissions/bearers.ts";
import { populate } from "./support/full_cast.ts";
import { UndoingDatabase } from "./support/undoing.ts";

interface House extends AsyncDisposable {
  app: TestApp;
  stage: Stage;
  published: Published;
}

/** Opens a server that undoes every change, with its published description. */
async function open(): Promise<House> {
  const undoing = (database: Database) => new UndoingDatabase(database);
  const app = await createTestApp({ wrap: undoing, signInLimit: 1e9, rateLimit: 1e9 });
  const fullCast = await populate(app.world);
  await issueBearers(fullCast);
  const stage = await stageFor(fullCast);
  (app.world.services.database as UndoingDatabase).undoes = true;
  const published = await (await app.app.request("/openapi.json")).json();
  return { app, stage, published, [Symbol.asyncDispose]: app[Symbol.asyncDispose] };
}

const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;
const operationOf = ({ published }: House, { method, path }: Endpoint) =>
  published.paths[path]![method.toLowerCase()]!;

async function ask({ app, stage }: House, endpoint: Endpoint, sent: {
  body?: unknown;
  headers?: Record<string, string>;
}) {
  const { fullCast, known } = stage;
  const projects = endpoint.path.endsWith("{viewId}/projects");
  const own = projects ? { ...known, viewId: [fullCast.ids.projectsView] } : known;
  const secret = endpoint.bearerAs === "secret";
  return await call(app, `${endpoint.method} ${fill(endpoint, own)}`, {
    token: secret ? fullCast.ids.secret : fullCast.ada.tokens.accessToken,
    ...sent,
  });
}

/** Proof that a header has an effect: an invalid value, and the expected response. */
const headers: Record<string, { value: string; shows: (status: number, text: string) => boolean }> =
  {
    "If-None-Match": { value: "*", shows: (status) => status === 304 },
    "If-Match": { value: '"9999"', shows: (status) => status === 412 },
    "Idempotency-Key": {
      value: "two words",
      shows: (status, text) => status === 422 && text.includes("Idempotency-Key"),
    },
  };

Deno.test("a header has an effect if and only if the published description lists it", async () => {
  await using house = await open();
  const wrong: string[] = [];
  for (const endpoint of endpoints) {
    const { parameters } = operationOf(house, endpoint);
    const body = endpoint.method === "GET"
      ? undefined
      : endpoint.bodyOptional
      ? {}
      : endpoint.example ?? {};
    // A read that needs a query returns nothing that could be cached already.
    const needsQuery = parameters.some((one) => one.in === "query" && one.required);
    for (const [name, { value, shows }] of Object.entries(headers)) {
      if (name === "If-None-Match" && needsQuery) continue;
      const { status, text } = await ask(house, endpoint, { body, headers: { [name]: value } });
      const published = parameters.some((one) => one.in === "header" && one.name === name);
      if (shows(status, text) !== published) {
        wrong.push(
          `${nameOf(endpoint)}: ${name} ${published ? "is" : "isn't"} published (${status})`,
        );
      }
    }
  }
  assert.deepEqual(wrong, []);
});

Deno.test("a body or field is required if and only if the published description says so", async () => {
  await using house = await open();
  const wrong: string[] = [];
  for (const endpoint of endpoints.filter(({ method }) => method !== "GET")) {
    const operation = operationOf(house, endpoint);
    const { requestBody } = operation;
    const { required = [], minProperties } = bodyOf(house.published, operation);
    const { status, body } = await ask(house, endpoint, { body: {} });
    if (minProperties && status !== 422) wrong.push(`${nameOf(endpoint)}: takes an empty patch`);
    const errors: { path: unknown[]; message: string }[] = status === 422 ? body.errors : [];
    // A template can replace a required field, which no schema says.
    const missing = errors.filter(({ message }) => !message.includes("template"))
      .map(({ path }) => path.join("."));
    const unlike = [...required].sort().join() !== missing.sort().join();
    if (unlike) {
      wrong.push(`${nameOf(endpoint)}: ${required} published, ${missing} missed (${body?.detail})`);
    }
    const bare = await ask(house, endpoint, {});
    if (requestBody && requestBody.required !== [400, 415, 422].includes(bare.status)) {
      wrong.push(
        `${nameOf(endpoint)}: required ${requestBody.required}, but ${bare.status} without`,
      );
    }
  }
  assert.deepEqual(wrong, []);
});

Deno.test("exactly the fields that operations accept are published", async () => {
  await using house = await open();
  const wrong = endpoints.flatMap((endpoint) => {
    const operation = operationOf(house, endpoint);
    const { parameters } = operation;
    const { bodyAs, bearerAs, path } = endpoint;
    const schema = objectSchema(endpoint.operation.input as z.ZodType);
    const own = Object.keys(schema.properties ?? {})
      .filter((name) => ![bodyAs, bearerAs, "version"].includes(name));
    const inside = bodyAs ? Object.keys(schema.properties![bodyAs]!.properties ?? {}) : [];
    const workspace = path.includes("{workspaceId}") ? ["workspaceId"] : [];
    const taken = [...new Set([...own, ...inside, ...workspace])].sort();
    const published = [
      ...parameters.filter((one) => one.in !== "header").map(({ name }) => name),
      ...Object.keys(bodyOf(house.published, operation).properties ?? {}),
    ].sort();
    return published.join() === taken.join()
      ? []
      : [`${nameOf(endpoint)}: ${published} for ${taken}`];
  });
  assert.deepEqual(wrong, []);
});

Deno.test("a response with an unpublished field is detected", async () => {
  await using house = await open();
  const answer = await call(house.app, "GET /me", { as: house.stage.fullCast.ada });
  assert.ok(readerOf(house.published)("/me", "GET", 200)!.safeParse(answer.body).success);
  const me = house.published.components.schemas.Me as { properties: Record<string, unknown> };
  delete me.properties.viewer;
  assert.ok(!readerOf(house.published)("/me", "GET", 200)!.safeParse(answer.body).success);
});
