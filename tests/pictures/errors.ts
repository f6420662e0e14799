import type { Page } from "../packages/playwright.ts";
import type { Picture } from "./picture.ts";

/** Follows what the page leads to, and waits for what it says then. */
async function toldNews(page: Page) {
  await page.locator('#sidebar a[href="/workspace/views"]').dispatchEvent("click");
  await page.locator("#toasts .toast").waitFor();
}

/** Answers in the server's place from now on. */
const answeredBy = (status: number) => (page: Page) =>
  page.route("**/workspace/views", (route) => route.fulfill({ status, body: "Bad gateway" }));

/** An error's page, in the words of the one that the program shows: it can't be asked to make a mistake. */
function broken(status: number, ...words: [title: string, message: string, hint: string]): Picture {
  const open = async (page: Page) => {
    await page.locator(".error-status").evaluate((one, words) => {
      // deno-lint-ignore no-explicit-any -- it runs in the page
      const { document } = globalThis as any;
      one.textContent = words[0]!;
      document.querySelector("h1").textContent = words[1];
      const [lead, hint] = document.querySelectorAll(".auth-lead");
      lead.textContent = words[2];
      hint.textContent = words[3];
    }, [String(status), ...words]);
  };
  return { name: `error-${status}`, at: "/nowhere", by: "nobody", open };
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
      const elsewhere = { origin: "https://elsewhere.example" };
      await page.route(
        "**/workspace/tasks",
        (route) =>
          route.continue({
            method: "POST",
            headers: { ...route.request().headers(), ...elsewhere },
          }),
      );
      await page.goto("/workspace/tasks");
    },
  },
  broken(
    500,
    "Something broke",
    "The server made a mistake; nothing was changed.",
    "Try again. If it happens twice, tell whoever runs this server, with the request's id.",
  ),
  broken(503, "That didn't work", "The disk is full.", "Free some space, then try again."),
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
