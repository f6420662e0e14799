/** Browsers by the part of `User-Agent` that only they send. Edge and Opera also send Chrome's part, and Chrome sends Safari's. */
const browsers = [
  [/\bEdg(A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Headless)?Chrome\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
] as const;

/** Returns a browser's name for the list of sessions, or "Browser" if it's unknown. @param userAgent the header `User-Agent` */
export function browserName(userAgent: string): string {
  return browsers.find(([part]) => part.test(userAgent))?.[1] ?? "Browser";
}
