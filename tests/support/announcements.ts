import type { Page } from "../packages/playwright.ts";

const listening = `
  globalThis.heard = [];
  globalThis.heardAt = [];
  const elementOf = (node) =>
    node instanceof ShadowRoot ? node.host : node instanceof Element ? node : node.parentElement;
  const regionOf = (node) =>
    elementOf(node)?.closest('[aria-live], [role="status"], [role="alert"], output') ?? null;
  const isHeard = (region) => {
    const modal = document.querySelector("dialog:modal");
    return region.getAttribute("aria-live") !== "off" && (!modal || modal.contains(region)) &&
      !region.closest("[inert]") && region.checkVisibility();
  };
  const listener = new MutationObserver((changes) => {
    const come = changes.flatMap(({ addedNodes }) => [...addedNodes]);
    for (const { target, addedNodes } of changes) {
      const region = regionOf(target);
      const text = [...addedNodes].map(({ textContent }) => textContent).join("").trim();
      const whole = region && come.some((node) => node.contains(region));
      if (!region || !text || whole || !isHeard(region)) continue;
      const at = Date.now();
      // A screen reader skips text that is gone by the next frame
      requestAnimationFrame(() => setTimeout(() => {
        if (!isHeard(region)) return;
        heard.push(text);
        heardAt.push([text, at]);
      }));
    }
  });
  const every = { childList: true, subtree: true };
  listener.observe(document, every);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    listener.observe(root, every);
    return root;
  };
`;

/**
 * Reloads the page and records its announcements like a screen reader: changes in live regions, in order. A region is
 * ignored if it is outside an open modal dialog, or was added together with its text.
 * @returns a function that returns the announcements since its last call
 */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript({ content: listening });
  await page.reload();
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));
}

/** Returns the milliseconds, by the page's clock, between announcements that start with a text. */
export async function pausesBetween(page: Page, beginning: string): Promise<number[]> {
  const all = await page.evaluate<[text: string, at: number][]>("heardAt");
  const times = all.filter(([text]) => text.startsWith(beginning)).map(([, at]) => at);
  return times.slice(1).map((at, n) => at - times[n]!);
}

/** Waits until a text is announced. @returns everything announced until then */
export async function waitForAnnouncement(
  page: Page,
  heard: () => Promise<string[]>,
  words: string | RegExp,
): Promise<string[]> {
  const fits = (said: string) => typeof words === "string" ? said === words : words.test(said);
  const all: string[] = [];
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    all.push(...await heard());
    if (all.some(fits)) return all;
    await page.waitForTimeout(20);
  }
  throw new Error(`${words} was not heard, but: ${JSON.stringify(all)}`);
}

/** Returns a screen reader's announcement of the focused element. */
export async function focusSays(page: Page) {
  await using session = new AsyncDisposableStack();
  const tree = await page.context().newCDPSession(page);
  session.defer(() => tree.detach());
  const { result } = await tree.send("Runtime.evaluate", { expression: "document.activeElement" });
  const { nodes } = await tree.send("Accessibility.getPartialAXTree", {
    objectId: result.objectId!,
    fetchRelatives: false,
  });
  const of = (value?: { value?: unknown }) => String(value?.value ?? "");
  const [{ role, name, description } = {}] = nodes;
  return { role: of(role), name: of(name), description: of(description) };
}
