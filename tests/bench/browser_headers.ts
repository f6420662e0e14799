/**
 * The headers of every request from a browser. Requests of API clients go without `Accept-Encoding`: scripts and
 * `curl` send none unless asked to.
 */
export function browserHeaders(cookie: string): Record<string, string> {
  return { cookie: `backlog=${cookie}`, "accept-encoding": "gzip, deflate, br, zstd" };
}
