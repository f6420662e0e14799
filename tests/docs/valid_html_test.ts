import { Catalog } from "../../server/docs/catalog.ts";
import { signInPath, signUpPath } from "../../views/paths.ts";
import { sitePaths } from "../../views/site_paths.ts";
import { HtmlValidate } from "../packages/html_validate.ts";
import { createTestApp } from "../support/app.ts";
import { assertNone } from "../support/missing.ts";
import { shareOf } from "../support/share.ts";

Deno.test("a public validator finds no error in the HTML of public pages, and of a third of the docs per day", async () => {
  await using app = await createTestApp();
  const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
  const wrong: string[] = [];
  for (
    const path of [
      ...shareOf([...new Catalog().pages.keys()]),
      "/",
      ...sitePaths,
      signInPath,
      signUpPath,
    ]
  ) {
    const answer = await app.app.request(path, { headers: { accept: "text/html" } });
    const { results } = await validator.validateString(await answer.text());
    const messages = results.flatMap(({ messages }) => messages);
    wrong.push(
      ...messages.map(({ ruleId, message, line }) =>
        `${path}, line ${line}: ${message} (${ruleId})`
      ),
    );
  }
  assertNone(wrong, (sentence) => sentence);
});
