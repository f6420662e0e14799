import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { newToken } from "../domain/core/secrets.ts";
import { type Cookie, cookies } from "./cookies.ts";
import type { Env } from "./env.ts";

/**
 * Returns the name of a cookie and its scope. On HTTPS, the name's prefix keeps other hosts and unencrypted pages from
 * setting it. Below a path, the cookie is limited to the path, and its name contains the path, because a server at the
 * root of the same host has its own cookie. RFC 6265bis, `__Host-`, `__Secure-`
 */
export function cookiePlace(
  c: Context<Env>,
  cookie: Cookie,
): { name: string; path: string; secure: boolean } {
  const { settings, base } = c.get("deps");
  const { name } = cookies[cookie];
  const secure = settings.origin.startsWith("https:");
  if (!base) return { name: secure ? `__Host-${name}` : name, path: "/", secure };
  const own = name + base.path.replaceAll("/", ".");
  return { name: secure ? `__Secure-${own}` : own, path: base.path, secure };
}

export function readSessionCookie(c: Context<Env>): string | undefined {
  return getCookie(c, cookiePlace(c, "session").name);
}

/**
 * Stores a session's secret in the browser, where scripts and other sites can't read it. The browser no longer waits
 * for a code.
 */
export function writeSessionCookie(c: Context<Env>, token: string): void {
  const { name, path, secure } = cookiePlace(c, "session");
  c.header("cache-control", "no-store");
  setCookie(c, name, token, {
    httpOnly: true,
    sameSite: "Lax",
    path,
    secure,
    maxAge: cookies.session.seconds,
  });
  const { name: requester, ...place } = cookiePlace(c, "requester");
  if (getCookie(c, requester)) deleteCookie(c, requester, place);
}

export function clearSessionCookie(c: Context<Env>): void {
  const { name, path, secure } = cookiePlace(c, "session");
  deleteCookie(c, name, { path, secure });
}

/** Returns the secret of a browser that has requested a sign-in code. */
export function readRequesterCookie(c: Context<Env>): string | undefined {
  return getCookie(c, cookiePlace(c, "requester").name);
}

/** Stores that secret in a browser that requests a code, and returns it. A later request keeps the same secret. */
export function keepRequesterCookie(c: Context<Env>): string {
  const secret = readRequesterCookie(c) ?? newToken("");
  const { name, ...place } = cookiePlace(c, "requester");
  setCookie(c, name, secret, {
    httpOnly: true,
    sameSite: "Lax",
    ...place,
    maxAge: cookies.requester.seconds,
  });
  return secret;
}
