import { Hono } from "hono";
import { loadAssets } from "../../server/http/assets.ts";
import type { Deps, Env } from "../../server/http/env.ts";
import { describe } from "../../server/http/errors.ts";
import { answerFailure } from "../../server/http/failure.tsx";
import { signInPath } from "../../views/paths.ts";
import { viewsPath } from "../../views/view_paths.ts";
import type { Page } from "../packages/playwright.ts";
import type { Picture } from "./picture.ts";
import { intercept } from "../support/interception.ts";

/** Follows what the page leads to, and waits for what it says then. */
async function toldNews(page: Page) {
  await page.locator('#sidebar a[href="/workspace/views"]').dispatchEvent("click");
  await page.locator("#toasts .toast").waitFor();
}

/** Answers in the server's place from now on. */
const answeredBy = (status: number) => (page: Page) =>
  intercept(page, "**/workspace/views", (route) => route.fulfill({ status, body: "Bad gateway" }));

/** What a page of an error is made with. */
const deps = {
  assets: loadAssets(),
  logError: () => {},
  settings: { origin: "http://localhost" },
} as unknown as Deps;

/** The page that the program makes of an error, which a running one can't be asked to meet. */
function broken(status: number, error: Error): Picture {
  const open = async (page: Page) => {
    const app = new Hono<Env>().get("*", (c) => {
      c.set("deps", deps);
      c.set("requestId", "01jdn2v4q8e0a9k3r7tfy6w5xm");
      return answerFailure(c, describe(c, error));
    });
    const answer = await app.request(viewsPath, { headers: { accept: "text/html" } });
    const told = { status: answer.status, contentType: "text/html", body: await answer.text() };
    await intercept(page, `**${viewsPath}`, (route) => route.fulfill(told));
    await page.goto(viewsPath);
    await page.locator(".error-status", { hasText: String(status) }).waitFor();
  };
  return { name: `error-${status}`, at: signInPath, by: "nobody", open };
}

/** What stands where something went wrong. */
export const errors: readonly Picture[] = [
  { name: "error-404", at: "/nowhere", by: "nobody" },
  { name: "error-404-shell", at: "/workspace/nowhere" },
  { name: "error-404-inside", at: "/workspace/tasks/ENG-99999" },
  { name: "error-404-view", at: "/workspace/view/nothing-like-it" },
  {
    name: "error-403",
    at: "/workspace/inbox",
    async open(page) {
      const elsewhere = { origin: "https://elsewhere.example" };
      await intercept(page, "**/workspace/tasks", (route) =>
        route.continue({
          method: "POST",
          headers: { ...route.request().headers(), ...elsewhere },
        }));
      await page.goto("/workspace/tasks");
    },
  },
  broken(500, new Error("A mistake of the program's own.")),
  broken(503, Object.assign(new Error("The disk is full."), { code: "SQLITE_FULL" })),
  {
    name: "error-offline",
    at: "/workspace/tasks",
    async open(page) {
      await page.context().setOffline(true);
      await toldNews(page);
    },
  },
  {
    name: "error-503-on-the-way",
    at: "/workspace/tasks",
    async open(page) {
      await answeredBy(503)(page);
      await toldNews(page);
    },
  },
  {
    name: "auth-code-wrong",
    at: "/auth/verify?email=nobody%40sundline.example&purpose=signin",
    by: "nobody",
    async open(page) {
      await page.getByLabel("Six-digit code").fill("000000");
      await page.locator("[aria-invalid=true], [role=alert]").first().waitFor();
    },
  },
  {
    name: "auth-email-wrong",
    at: "/auth/signin",
    by: "nobody",
    async open(page) {
      await page.locator("form").first().evaluate((form) => form.setAttribute("novalidate", ""));
      await page.getByLabel("Email address").fill("maren");
      await page.getByRole("button", { name: "Send code" }).click();
      await page.locator("[aria-invalid=true], [role=alert]").first().waitFor();
    },
  },
  {
    name: "onboarding-refused",
    at: "/onboarding?new=1",
    by: "newcomer",
    async open(page) {
      await page.locator("main form").first()
        .evaluate((form) => form.setAttribute("novalidate", ""));
      await page.getByRole("button", { name: "Create workspace" }).click();
      await page.locator("[aria-invalid=true], [role=alert]").first().waitFor();
    },
  },
];
