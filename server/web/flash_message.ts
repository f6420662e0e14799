import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import type { ToastProps, UndoForm } from "../../views/ui/toast.tsx";
import type { Env } from "../http/env.ts";
import { cookiePlace } from "../http/session_cookie.ts";
import type { ActionMessage, Undo } from "./action.ts";
import { buttonOf, isActionPath, pageAt, type Table } from "./table.ts";

const NAME = "backlog-said";

/** How long a message waits for the next page, in seconds. */
const WAITS_SECONDS = 60;

/** Maximum length of the task references in a cookie. */
const MOST_LEFT = 1_500;

/** Maximum length of the fields that an Undo form sends. */
const MOST_ALONG = 1_000;

const SentAlong = z.strictObject({
  text: z.string().max(500),
  link: z.strictObject({ href: z.string(), name: z.string() }).optional(),
  left: z.string().max(MOST_LEFT).optional(),
  undo: z.strictObject({
    action: z.string(),
    name: z.string(),
    value: z.string(),
    says: z.string().max(20).optional(),
    along: z.record(z.string(), z.string()).optional(),
  }).optional(),
});

/**
 * Returns an action's message as a toast, without a link to the page itself.
 * @param shown the paths of the page and the panel
 */
export function toastOf(
  { text, quiet, link, undo, selects, left, version }: ActionMessage,
  ...shown: string[]
): ToastProps {
  const leads = link && shown.includes(link.href) ? undefined : link;
  const taken = undo && toFormOf(undo);
  return { text, quiet, link: leads, undo: taken, selects, left, version };
}

function toFormOf({ action, path, name, along }: Undo): UndoForm {
  return { action: path, ...buttonOf(action), says: name, along };
}

/** Stores a message for the next page in a cookie. @param to the path of the next page */
export function sendFlashMessage(c: Context<Env>, said: ActionMessage, to: string): void {
  const { text, link, undo, left } = toastOf(said, to);
  const fits = JSON.stringify(undo?.along ?? {}).length <= MOST_ALONG;
  const value = JSON.stringify({
    text,
    link,
    undo: fits ? undo : undefined,
    left: left && sentAlong(left),
  });
  const { name, ...place } = cookiePlace(c, NAME);
  setCookie(c, name, value, {
    httpOnly: true,
    sameSite: "Lax",
    ...place,
    maxAge: WAITS_SECONDS,
  });
}

/**
 * Reads a stored message and deletes it. The cookie comes from a browser, so its links and Undo forms can only use
 * paths in the table.
 */
export function takeFlashMessage(c: Context<Env>, table: Table): ToastProps | null {
  const { name, ...place } = cookiePlace(c, NAME);
  const value = getCookie(c, name);
  if (!value) return null;
  deleteCookie(c, name, { httpOnly: true, sameSite: "Lax", ...place });
  const said = parsed(value);
  if (!said) return null;
  const { text, link, undo, left = "" } = said;
  const leads = link && pathOf(link.href, (url) => pageAt(table, url) !== null);
  const undoes = undo && pathOf(undo.action, ({ pathname }) => isActionPath(table, pathname));
  return {
    text,
    link: leads ? link : undefined,
    undo: undoes ? undo : undefined,
    left: left === "" ? undefined : left.split(" ").map((reference) => ({ reference })),
  };
}

/** Returns as many task references as fit in a cookie. */
function sentAlong(left: NonNullable<ToastProps["left"]>): string {
  const references = left.flatMap(({ reference }) => reference ?? []);
  while (references.join(" ").length > MOST_LEFT) references.pop();
  return references.join(" ");
}

function parsed(value: string): z.output<typeof SentAlong> | null {
  try {
    return SentAlong.safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}

const HERE = "http://localhost";

function pathOf(path: string, isOurs: (url: URL) => boolean): boolean {
  const url = path.startsWith("/") ? URL.parse(path, HERE) : null;
  return url?.origin === HERE && isOurs(url);
}
