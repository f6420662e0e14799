import { testOrigin } from "../../support/world.ts";

/** How a browser asks: as htmx for a part of a page, as htmx for a whole one, or with JavaScript off. */
export const ways = ["fragment", "boosted", "plain"] as const;
export type Way = typeof ways[number];

/** What a browser sends of itself. @param on the path of the page that asks */
export function headersOf(way: Way, cookie: string, on: string): Record<string, string> {
  const common = { accept: "text/html", origin: testOrigin, cookie };
  if (way === "plain") return { ...common, referer: `${testOrigin}${on}` };
  return {
    ...common,
    "hx-request": "true",
    "hx-request-type": way === "fragment" ? "partial" : "full",
    "hx-current-url": `${testOrigin}${on}`,
    "hx-target": way === "fragment" ? "main#main" : "body",
  };
}
