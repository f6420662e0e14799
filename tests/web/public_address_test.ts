import assert from "node:assert/strict";
import { ConfigError, readConfig } from "../../server/config.ts";
import { BasePath, basePathOf } from "../../server/http/base_path.ts";
import { startedLine } from "../../server/serve.ts";

Deno.test("an address with a path is accepted as written, and an unusable one is named in the error", () => {
  const at = (BACKLOG_ORIGIN: string) => readConfig({ BACKLOG_ORIGIN }).origin;
  for (
    const [given, kept] of [
      ["https://example.org", "https://example.org"],
      ["https://example.org/", "https://example.org"],
      ["https://example.org/backlog", "https://example.org/backlog"],
      [
        "HTTPS://Example.org:8443/Team/back.log~v-2_x",
        "https://example.org:8443/Team/back.log~v-2_x",
      ],
    ] as const
  ) assert.equal(at(given), kept);
  const unusable = [
    "/",
    "?a=b",
    "#top",
    "/../etc",
    "/.",
    "//two",
    "/%62",
    "/a b",
    "/b+c",
    "/b(c",
    "/a;b",
    "/ä",
    "/{}",
  ]
    .map((end) => `https://example.org/backlog${end}`);
  for (
    const one of [
      ...unusable,
      "https://example.org?a",
      "https://ada@example.org",
      "ftp://example.org",
    ]
  ) {
    assert.throws(() => at(one), (error) => {
      assert.ok(error instanceof ConfigError, one);
      assert.match(
        error.message,
        /^BACKLOG_ORIGIN must be a URL such as .* letters, digits, .*\.$/,
      );
      return true;
    }, one);
  }
});

Deno.test("dots in a URL can't lead out of the base path", () => {
  const climbing = { url: "http://backlog.example/backlog/x/../metrics" } as Request;
  assert.equal(new BasePath("/backlog").enter(climbing), true);
  assert.equal(climbing.url, "http://backlog.example/x/../metrics");
  const named = { url: "http://evil.example" } as Request;
  assert.equal(new BasePath("/backlog").enter(named), false);
  const dotted = basePathOf("https://example.org/back.log")!;
  assert.equal(dotted.within("/backxlog/health"), null);
  assert.equal(dotted.within("/back.log#top"), "/#top");
  assert.equal(basePathOf("https://example.org"), undefined);
});

Deno.test("behind a proxy, the first line of the log names the local address", () => {
  const local = "127.0.0.1:5173";
  assert.equal(
    startedLine("1.0.0", "http://localhost:5173", local),
    "Backlog 1.0.0 listens on http://localhost:5173",
  );
  assert.equal(
    startedLine("1.0.0", "https://backlog.example/b", local),
    "Backlog 1.0.0 listens on 127.0.0.1:5173 and serves https://backlog.example/b",
  );
});
