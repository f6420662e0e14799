import assert from "node:assert/strict";
import type { Locator, Page } from "../packages/playwright.ts";
import { signIn } from "../support/browser_walk.ts";
import { ask, signUpRemotely } from "../support/remote_person.ts";
import { browserTest, type Stage } from "../support/stage.ts";

const inDays = (by: number) => Temporal.Now.plainDateISO("UTC").add({ days: by }).toString();

/** Somebody at the roadmap of two projects, of which the second waits for the first. */
async function atRoadmap({ server, open }: Stage) {
  const { token, workspaceId } = await signUpRemotely(server, "ada@example.com");
  const rest = async (request: string, body?: unknown) => {
    const [method, path] = request.split(" ");
    const at = `${method} /workspaces/${workspaceId}/${path}`;
    const answer = await ask(server.url, at, { token, ...(body ? { body } : {}) });
    assert.ok(answer.status < 300, JSON.stringify(answer.body));
    return answer.body;
  };
  const planned = [
    { name: "Foundations", key: "FOU", startDate: inDays(-10), targetDate: inDays(10) },
    { name: "Walls", key: "WAL", startDate: inDays(12), targetDate: inDays(30) },
  ];
  for (const project of planned) await rest("POST projects", project);
  await rest("PUT projects/WAL/dependencies/FOU");
  await rest("POST projects/FOU/milestones", { name: "Concrete poured", targetDate: inDays(3) });
  const visit = await open();
  await signIn(visit.page, server, "ada@example.com");
  await visit.page.goto("/workspace/roadmap");
  const dates = async (key: string) => {
    const { project } = await rest(`GET projects/${key}`);
    return [project.startDate, project.targetDate];
  };
  return { rest, dates, visit, page: visit.page };
}

const name = (page: Page, project: string) =>
  page.getByRole("list", { name: "Projects on the timeline" }).getByRole("link", { name: project });

/** In which colour a line is drawn, and which one that is by its name. */
const strokeOf = (line: Locator, called: string) =>
  line.evaluate((one, called) => {
    const page = globalThis as unknown as {
      getComputedStyle(of: unknown): { stroke: string };
    };
    const { style } = one as unknown as { style: { stroke: string } };
    const drawn = page.getComputedStyle(one).stroke;
    style.stroke = `var(${called})`;
    const named = page.getComputedStyle(one).stroke;
    style.stroke = "";
    return drawn === named;
  }, called);

/** Presses a key as an input method does that is putting a letter together. */
const composes = (page: Page, key: string, more: object = {}) =>
  page.evaluate(
    `document.activeElement.dispatchEvent(new KeyboardEvent("keydown", ${
      JSON.stringify({ key, isComposing: true, bubbles: true, cancelable: true, ...more })
    }))`,
  );

browserTest(
  "a dependency is a line, red and said where it is violated; an end is moved by keys alone; no key acts while a text is composed; paper has a table",
  async (stage) => {
    const { visit, page, dates, rest } = await atRoadmap(stage);
    await using _ = visit;
    const line = page.locator(".roadmap-waits");
    await stage.step(
      "an end is moved by Alt, Shift and arrows, and its beginning stays",
      async () => {
        await name(page, "Walls").focus();
        for (let day = 0; day < 3; day++) await page.keyboard.press("Alt+Shift+ArrowRight");
        await page.getByRole("status").getByText(/^Walls: /).waitFor();
        assert.deepEqual(await dates("WAL"), [inDays(12), inDays(33)]);
        await page.keyboard.press("Alt+Shift+ArrowLeft");
        await page.locator("[data-project=WAL]").and(page.locator(`[data-target="${inDays(32)}"]`))
          .waitFor();
        assert.deepEqual(await dates("WAL"), [inDays(12), inDays(32)]);
      },
    );
    await stage.step("Ctrl on dropping takes along what waits; unreached, all stays", async () => {
      const before = [await dates("FOU"), await dates("WAL")];
      const drag = async () => {
        const end = page.locator("[data-bar=FOU] .bar-ground");
        const { x, y, width, height } = (await end.boundingBox())!;
        const day = await page.locator("#roadmap").evaluate((one) =>
          one.querySelector(".roadmap-bars")!.clientWidth /
          Number((one as unknown as { dataset: { days: string } }).dataset.days)
        );
        await page.mouse.move(x + width - 3, y + height / 2);
        await page.mouse.down();
        await page.mouse.move(x + width - 3 + 4 * day, y + height / 2, { steps: 5 });
      };
      await page.route("**/dates", (route) => route.abort());
      await drag();
      await page.mouse.up();
      await page.getByText("The server can't be reached. The dates stay as they were.").waitFor();
      await page.unroute("**/dates");
      await page.locator(`[data-project=FOU][data-target="${inDays(10)}"]`).waitFor();
      assert.deepEqual([await dates("FOU"), await dates("WAL")], before);
      await page.reload();
      await name(page, "Walls").waitFor();
      await drag();
      await page.keyboard.down("Control");
      await page.mouse.up();
      await page.keyboard.up("Control");
      await page.getByRole("status").getByText(/^Foundations: .*WAL moved along\.$/).waitFor();
      assert.deepEqual([await dates("FOU"), await dates("WAL")], [
        [inDays(-10), inDays(14)],
        [inDays(14), inDays(34)],
      ]);
      await page.keyboard.press("Control+z");
      await page.getByRole("status").getByText("FOU, WAL are as they were.").waitFor();
    });
    await stage.step("what fits is drawn quietly", async () => {
      assert.equal(await line.count(), 1);
      assert.ok(await strokeOf(line.locator("line").first(), "--icon"));
      assert.equal(await page.locator("[data-project=WAL][data-trouble]").count(), 0);
    });
    await stage.step("no key acts while a text is composed, or where they are off", async () => {
      const zoom = () => page.locator("#roadmap").getAttribute("data-zoom");
      await composes(page, "+");
      await composes(page, "ArrowRight", { altKey: true });
      await page.evaluate("document.body.dataset.shortcuts = 'off'");
      await page.keyboard.press("+");
      assert.equal(await zoom(), "months");
      assert.equal(await page.locator("[data-moving]").count(), 0);
      await page.evaluate("document.body.dataset.shortcuts = ''");
      await page.keyboard.press("+");
      await page.locator("#roadmap[data-zoom=weeks]").waitFor();
      await page.keyboard.press("-");
      await page.locator("#roadmap[data-zoom=months]").waitFor();
    });
    await stage.step("what begins too early is red, said, and found by a filter", async () => {
      await rest("PATCH projects/WAL", { startDate: inDays(5) });
      await page.reload();
      await page.locator(".roadmap-waits[data-early]").waitFor({ state: "attached" });
      assert.ok(await strokeOf(line.locator("line").first(), "--red"));
      const told = await name(page, "Walls").locator("xpath=..").textContent();
      assert.match(told!, /Begins before Foundations is due/);
      await page.keyboard.press("f");
      await page.getByRole("option", { name: "Begins too early" }).click();
      await name(page, "Foundations").waitFor({ state: "detached" });
      await name(page, "Walls").waitFor();
      await page.goto("/workspace/roadmap");
    });
    await stage.step("on paper it is a table, without tools", async () => {
      await name(page, "Walls").waitFor();
      await page.emulateMedia({ media: "print" });
      const table = page.getByRole("table", { name: "Projects by their dates" });
      await table.waitFor();
      assert.match((await table.textContent())!, /Concrete poured/);
      assert.match((await table.textContent())!, /Begins before Foundations is due/);
      assert.equal(await page.locator("#roadmap").isVisible(), false);
      for (const tool of [".bar", ".roadmap-carry", ".sidebar", "#main form", "#main .button"]) {
        for (const one of await page.locator(tool).all()) {
          assert.equal(await one.isVisible(), false, tool);
        }
      }
      const wide = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      assert.ok(wide <= 0, `${wide} px too wide`);
    });
    const unreached = /ERR_FAILED|Failed to (load|fetch)/;
    assert.deepEqual(visit.complaints.filter((one) => !unreached.test(one)), []);
  },
);
