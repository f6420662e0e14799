import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
} from "../packages/playwright.ts";

/** Most contexts that wait for a visit; each is a process. */
const MOST_IDLE = 4;

/**
 * The browser contexts of a part of the tests. A visit gets one that an earlier visit with the same screen has left, with
 * its cookies, storage, and permissions cleared: that takes a fifth less than a new context.
 */
export class Contexts {
  #idle: { key: string; context: BrowserContext }[] = [];
  #keys = new WeakMap<BrowserContext, string>();

  /** Returns an empty context. @param options the screen, and the server's address */
  async take(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
    const key = JSON.stringify(options);
    const at = this.#idle.findLastIndex((one) => one.key === key);
    if (at >= 0) return this.#idle.splice(at, 1)[0]!.context;
    const context = await browser.newContext(options);
    this.#keys.set(context, key);
    return context;
  }

  /** Closes what a test has opened and left open. */
  async closeOthers(browser: Browser): Promise<void> {
    const idle = this.#idle.map(({ context }) => context);
    const left = browser.contexts().filter((context) => !idle.includes(context));
    await Promise.all(left.map((context) => context.close()));
  }

  /** Takes a visit's context back, or closes it where it can't be emptied. @param page a page of it that is open */
  async giveBack(context: BrowserContext, page: Page): Promise<void> {
    const key = this.#keys.get(context);
    const isEmpty = key && !page.isClosed() && await empty(context, page).catch(() => false);
    if (!key || !isEmpty) return await context.close();
    this.#idle.push({ key, context });
    if (this.#idle.length > MOST_IDLE) await this.#idle.shift()!.context.close();
  }
}

/** Removes all that a visit leaves but one page, which keeps the context's process. */
async function empty(context: BrowserContext, page: Page): Promise<boolean> {
  await Promise.all([context.unrouteAll(), page.unrouteAll(), context.setOffline(false)]);
  context.removeAllListeners("request");
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.goto("/health");
  // Pages keep things there alone; the browser itself would clear it a moment later
  await page.evaluate("localStorage.clear()");
  await Promise.all([context.clearCookies(), context.clearPermissions()]);
  return true;
}
