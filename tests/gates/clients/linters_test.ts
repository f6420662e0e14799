import assert from "node:assert/strict";
import { endpoints } from "../../../server/api/endpoints.ts";
import { describeApi } from "../../../server/api/openapi.ts";
import { createConfig, lintFromString } from "../../packages/redocly.ts";
import { core, rulesets } from "../../packages/spectral.ts";

type Document = Record<string, unknown>;

const described = () => describeApi(endpoints, "https://backlog.example", "1.0.0", 1_200);

/** Returns the findings of Redocly's linter, where every recommendation is an error. */
async function redocly(document: Document): Promise<string[]> {
  const config = await createConfig({ extends: ["recommended-strict"] });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  return problems.map(({ ruleId, message, location }) =>
    `${ruleId}: ${message} (${location[0]?.pointer ?? ""})`
  );
}

/** Every OpenAPI rule of Spectral except these. */
const notForUs = {
  // The contact is the server operator, whom the program doesn't know
  "info-contact": "off",
  // `identifier` names the license, and OpenAPI 3.1 forbids `url` beside it
  "license-url": "off",
  // Headings are in the order in which a client needs them, starting with signing in
  "openapi-tags-alphabetical": "off",
  // A validator checks every example against its schema in two seconds, and this rule needs ten
  "oas3-valid-media-example": "off",
} as const;

/** Returns Spectral's findings in a description. */
async function spectral(document: Document): Promise<string[]> {
  const linter = new core.Spectral();
  linter.setRuleset({ extends: [[rulesets.oas as never, "all"]], rules: notForUs });
  const problems = await linter.run(document);
  return problems.map(({ code, message, path }) => `${code}: ${message} (${path.join(".")})`);
}

const linters = { redocly, spectral };

for (const [name, lint] of Object.entries(linters)) {
  Deno.test(`the public linter ${name} finds nothing in the API description`, async () => {
    assert.deepEqual(await lint(await described()), []);
  });

  Deno.test(`the linter ${name} works: it reports an operation without an ID`, async () => {
    const document = await described();
    const paths = document.paths as Record<string, Record<string, Document>>;
    delete paths["/me"]!.get!.operationId;
    document.paths = { "/me": paths["/me"]! };
    const found = await lint(document);
    assert.ok(found.some((line) => line.startsWith("operation-operationId")), found.join("\n"));
  });
}
