import assert from "node:assert/strict";
import { lineOfCircle } from "../../../cli/operator/transfer/circles.ts";

/** Returns dependencies by line from 1 on; each word is one, such as `ab` if b blocks a. */
const waits = (words: string) =>
  words.split(" ").map(([project = "", blocker = ""], at) => ({ project, blocker, line: at + 1 }));

Deno.test("circular dependencies between projects are found, but not the projects that only lead to them", () => {
  assert.equal(lineOfCircle([]), undefined);
  assert.equal(lineOfCircle(waits("ab bc ac cd")), undefined);
  assert.equal(lineOfCircle(waits("aa")), 1);
  assert.equal(lineOfCircle(waits("ab ba")), 1);
  assert.equal(lineOfCircle(waits("xy ab bc ca ad")), 2);
  const chain = Array.from({ length: 50_000 }, (_, at) => ({
    project: `p${at}`,
    blocker: `p${at + 1}`,
    line: at + 1,
  }));
  assert.equal(lineOfCircle(chain), undefined);
  assert.equal(lineOfCircle([...chain, { project: "p50000", blocker: "p0", line: 50_001 }]), 1);
});
