import assert from "node:assert/strict";
import { createAppWithLatePages } from "../../server/late_pages.ts";
import { webApp } from "../../server/web/app.ts";
import { suggestionsPath } from "../../views/paths.ts";
import { createTestApp } from "../support/app.ts";

for (const path of ["", "/backlog"]) {
  Deno.test(`a starting server ${path && `below ${path} `}answers the API, and loads pages when one is requested`, async () => {
    const origin = `https://example.com${path}`;
    await using test = await createTestApp({ origin });
    const pages = Promise.withResolvers<ReturnType<typeof webApp>>();
    let loads = 0;
    const { fetch } = createAppWithLatePages(test.deps, () => {
      loads++;
      return pages.promise;
    });
    const ask = async (at: string) => (await fetch(new Request(origin + at))).status;

    assert.equal(await ask("/health"), 200);
    assert.equal(await ask("/api/v1/me"), 401);
    const late = ["/auth/signin", "/nowhere", suggestionsPath, "/assets/none.js?x=/api/v1/me"];
    let answered = false;
    const answers = Promise.all(late.map(ask)).finally(() => answered = true);
    assert.equal(await ask("/api/v1/me"), 401);
    assert.deepEqual({ answered, loads }, { answered: false, loads: 1 });

    pages.resolve(webApp());
    assert.deepEqual(await answers, [200, 404, 401, 404]);
    assert.equal(await ask("/auth/signin"), 200);
    assert.equal(await ask("/health"), 200);
  });
}
