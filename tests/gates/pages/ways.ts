import { testOrigin } from "../../support/world.ts";

/** The kinds of browser requests: by htmx for a part of a page, by htmx for a whole page, or without JavaScript. */
export const ways = ["fragment", "boosted", "plain"] as const;
export type Way = typeof ways[number];

/** Returns a browser's own headers. @param on the path of the requesting page */
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
