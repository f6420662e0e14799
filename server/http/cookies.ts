const DAY = 24 * 3600;

/** All cookies, with their names on a server at the root without HTTPS. */
export const cookies = {
  session: {
    name: "backlog",
    // Browsers keep a cookie for 400 days at most. The session ends sooner if it isn't used. RFC 6265bis
    seconds: 400 * DAY,
    purpose: "Keeps you signed in. Signing out deletes the cookie.",
  },
  requester: {
    name: "backlog-requester",
    seconds: 600,
    purpose: "Recognizes the browser that requested a sign-in code. Signing in deletes the cookie.",
  },
  message: {
    name: "backlog-said",
    seconds: 60,
    purpose: "Passes the result of an action to the next page, which then deletes the cookie.",
  },
} as const;

export type Cookie = keyof typeof cookies;
