import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import type { ToastProps, UndoForm } from "../../views/ui/toast.tsx";
import type { Env } from "../http/env.ts";
import { readSecret } from "../domain/core/known_secrets.ts";
import { sameHash, signed } from "../domain/core/secrets.ts";
import { cookies } from "../http/cookies.ts";
import { cookiePlace, readSessionCookie } from "../http/session_cookie.ts";
import type { ActionMessage, Undo } from "./action.ts";
import { buttonOf } from "./table.ts";

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
export async function sendFlashMessage(
  c: Context<Env>,
  said: ActionMessage,
  to: string,
): Promise<void> {
  const { text, link, undo, left } = toastOf(said, to);
  const fits = JSON.stringify(undo?.along ?? {}).length <= MOST_ALONG;
  const json = JSON.stringify({
    text,
    link,
    undo: fits ? undo : undefined,
    left: left && sentAlong(left),
  });
  const { name, ...place } = cookiePlace(c, "message");
  setCookie(c, name, `${await signatureOf(c, json)}.${json}`, {
    httpOnly: true,
    sameSite: "Lax",
    ...place,
    maxAge: cookies.message.seconds,
  });
}

/** Reads a stored message and deletes it. Ignores a cookie that the server didn't send to this session. */
export async function takeFlashMessage(c: Context<Env>): Promise<ToastProps | null> {
  const { name, ...place } = cookiePlace(c, "message");
  const value = getCookie(c, name);
  if (!value) return null;
  deleteCookie(c, name, { httpOnly: true, sameSite: "Lax", ...place });
  const [, signature, json] = /^([\w-]+)\.(.*)$/s.exec(value) ?? [];
  if (!signature || !json || !sameHash(signature, await signatureOf(c, json))) return null;
  const said = parsed(json);
  if (!said) return null;
  const { text, link, undo, left = "" } = said;
  const references = left === "" ? undefined : left.split(" ");
  return { text, link, undo, left: references?.map((reference) => ({ reference })) };
}

/**
 * Returns the signature of a message to the browser's session, or to a browser without one. Other programs on the same
 * host can set cookies, and the message might contain a button.
 */
async function signatureOf(c: Context<Env>, json: string): Promise<string> {
  const deps = c.get("deps");
  const context = { actor: null, db: deps.database.read, now: deps.clock(), services: deps };
  const key = await readSecret(context, "signatures");
  return signed(key, ["toast", readSessionCookie(c) ?? "", json].join("\0"));
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
