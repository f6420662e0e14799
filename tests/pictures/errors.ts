import type { Page } from "../packages/playwright.ts";
import type { Picture } from "./picture.ts";

/** Follows what the page leads to, and waits for what it says then. */
async function toldNews(page: Page) {
  await page.getByRole("navigation").getByRole("link", { name: "Views" }).dispatchEvent("click");
  await page.locator("#toasts .toast").waitFor();
}

/** Answers in the server's place from now on. */
const answeredBy = (status: number) => (page: Page) =>
  page.route("**/workspace/views", (route) => route.fulfill({ status, body: "Bad gateway" }));

/** An error's page, in the words of the one that the program shows: it can't be asked to make a mistake. */
function broken(name: string, status: number, title: string, message: string): Picture {
  const open = async (page: Page) => {
    await page.locator(".error-status").evaluate((one, words) => {
      // deno-lint-ignore no-explicit-any -- it runs in the page
      const { document } = globalThis as any;
      one.textContent = words[0]!;
      document.querySelector("h1").textContent = words[1];
      document.querySelector(".auth-lead").textContent = words[2];
    }, [String(status), title, message]);
  };
  return { name, at: "/nowhere", by: "nobody", open };
}

/** What stands where something went wrong. */
export const errors: readonly Picture[] = [
  { name: "error-404", at: "/nowhere", by: "nobody" },
  { name: "error-404-inside", at: "/workspace/tasks/ENG-99999" },
  { name: "error-404-view", at: "/workspace/view/nothing-like-it" },
  {
    name: "error-403",
    at: "/workspace/inbox",
    async open(page) {
      const headers = { origin: "https://elsewhere.example" };
      await page.route(
        "**/workspace/tasks",
        (route) => route.continue({ method: "POST", headers, postData: "title=x" }),
      );
      await page.goto("/workspace/tasks");
    },
  },
  broken("error-500", 500, "Something broke", "The server made a mistake; nothing was changed."),
  broken("error-503", 503, "That didn't work", "The database can't be written right now."),
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
      await page.getByRole("button", { name: "Send the code" }).click();
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
