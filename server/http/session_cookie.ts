import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Env } from "./env.ts";

/** Browsers keep a cookie for 400 days at most; the session behind it ends sooner when it isn't used. RFC 6265bis */
const COOKIE_SECONDS = 400 * 24 * 3600;

/** The cookie's name: on HTTPS one that no other host and no plain page can set. RFC 6265bis, `__Host-` */
function cookieName(secure: boolean): string {
  return secure ? "__Host-backlog" : "backlog";
}

function isSecure(c: Context<Env>): boolean {
  return c.get("deps").settings.origin.startsWith("https:");
}

export function readSessionCookie(c: Context<Env>): string | undefined {
  return getCookie(c, cookieName(isSecure(c)));
}

/** Keeps a session's secret in the browser, out of reach of scripts and other sites. */
export function writeSessionCookie(c: Context<Env>, token: string): void {
  const secure = isSecure(c);
  c.header("cache-control", "no-store");
  setCookie(c, cookieName(secure), token, {
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
    secure,
    maxAge: COOKIE_SECONDS,
  });
}

export function clearSessionCookie(c: Context<Env>): void {
  const secure = isSecure(c);
  deleteCookie(c, cookieName(secure), { path: "/", secure });
}
