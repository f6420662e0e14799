import type { Audience } from "../../../server/domain/core/operation.ts";
import type { Page } from "../../../server/web/page.ts";
import { privateWord } from "../support/full_cast.ts";
import { deadLinks } from "./links.ts";
import type { PersonKind } from "./people.ts";
import { insiders, type Outcome } from "./row.ts";
import type { Way } from "./ways.ts";

/** A response. */
export interface Seen {
  path: string;
  status: number;
  headers: Headers;
  html: string;
}

/** Returns a person's outcome. @param audience the audience of the page or action */
export function outcomeOf(audience: Audience, { status, headers }: Seen): Outcome | string {
  if (status === 200) return "ok";
  if (status !== 303 && status !== 204) return status as Outcome;
  const redirect = headers.get("hx-redirect") ?? headers.get("location");
  if (audience !== "anyone" && redirect?.startsWith("/auth/signin?next=")) return "signIn";
  if (audience === "member" && redirect === "/onboarding") return "onboarding";
  return redirect ?? headers.get("hx-location") ? "moved" : `${status} to nowhere`;
}

/** Returns the errors in a response with the right outcome. @param page the requested page, if any */
export function complaintsOf(
  title: string,
  page: Page | null,
  way: Way,
  kind: PersonKind,
  seen: Seen,
): string[] {
  const wrong: string[] = [];
  if (!(insiders as readonly PersonKind[]).includes(kind) && seen.html.includes(privateWord)) {
    wrong.push(`${title}: it tells of what is private`);
  }
  const form = formOf(seen);
  const right = page && seen.status !== 303 && seen.status !== 204 && formFor(page, way, seen);
  if (right && form !== right) wrong.push(`${title}: ${form}, and not ${right}`);
  wrong.push(...deadLinks(seen.html).map((link) => `${title}: nothing is at ${link}`));
  return wrong;
}

type Form = "document" | "shell" | "fragment" | "piece";

/** Returns the kind of response: a document with or without the app's layout, a page's changes, or a part of a page. */
function formOf({ html }: Seen): Form {
  if (/^<!doctype html>/.test(html)) return html.includes('id="sidebar"') ? "shell" : "document";
  const parts = ["<title>", 'hx-target="#bar"', 'hx-target="#main"'];
  return parts.every((part) => html.includes(part)) ? "fragment" : "piece";
}

function formFor({ audience, layer, parts }: Page, way: Way, { status, path }: Seen): Form {
  if (audience !== "member") return "document";
  if (way !== "fragment") return "shell";
  const asked = new URL(path, "http://localhost").searchParams;
  const part = Object.keys(parts).some((name) => asked.has(name));
  return status === 200 && (layer || part) ? "piece" : "fragment";
}
