import assert from "node:assert/strict";
import type { Endpoint } from "../../server/api/endpoint.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import { call, createTestApp } from "../support/app.ts";
import { assertNone } from "../support/missing.ts";
import { changesOnly } from "../support/snapshot.ts";
import { fill, stageFor } from "./errors/provocations.ts";
import { issueBearers } from "./permissions/bearers.ts";
import { populate } from "./support/full_cast.ts";

const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;

/** State that isn't part of a record: a person's own following, and links, which exist or don't. */
const besides = /\/(relations|dependencies|\{teamId\}\/members)\/\{/;

/** Endpoints that change, delete, or restore one record and return an ETag. */
const changing = endpoints.filter(({ method, path, version }) => {
  const record = path.replace(/\/restore$/, "");
  const itself = record !== path || method === "PATCH" || method === "DELETE";
  const tagged = version ?? endpoints.some((one) => one.path === record && one.version);
  return itself && tagged && /\}$/.test(record) && !besides.test(record);
});

Deno.test("every change to a record with an ETag accepts If-Match", () => {
  assert.ok(changing.length > 30, `${changing.length} were seen`);
  const wrong = changing.filter(({ guarded }) => !guarded);
  assertNone(
    wrong,
    (endpoint) =>
      `${
        nameOf(endpoint)
      } changes a record with an ETag and doesn't take If-Match. Add "guarded" ` +
      "to its endpoint in server/api.",
  );
});

Deno.test("a stale If-Match is refused by every operation, and nothing changes", async () => {
  await using app = await createTestApp();
  const fullCast = await populate(app.world);
  await issueBearers(fullCast);
  const { known } = await stageFor(fullCast);
  const wrong: string[] = [];
  await changesOnly(app.world.database, [], async () => {
    for (const endpoint of changing) {
      const { status } = await call(app, `${endpoint.method} ${fill(endpoint, known)}`, {
        as: fullCast.ada,
        body: endpoint.example ?? {},
        headers: { "if-match": '"9999.1"' },
      });
      if (status !== 412) wrong.push(`${nameOf(endpoint)}: ${status}`);
    }
  });
  assert.deepEqual(wrong, []);
});
