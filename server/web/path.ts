/** The parameter names in a path's pattern: `taskId` in `/tasks/:taskId`. */
type NameIn<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NameIn<Rest>
  : P extends `${string}:${infer Name}` ? Name
  : never;

/** The parameters of a path's pattern. */
export type PathParams<P extends string> = string extends P ? Readonly<Record<string, string>>
  : { readonly [K in NameIn<P>]: string };

/**
 * Returns the parameters of a path.
 * @param pattern `/workspace/tasks/:taskId`
 * @returns null if the path doesn't match
 */
export function matchPath(pattern: string, pathname: string): Record<string, string> | null {
  if (!couldMatch(pattern, pathname)) return null;
  const parts = pattern.split("/");
  const given = pathname.split("/");
  if (parts.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const value = decoded(given[index]!);
    if (!part.startsWith(":")) {
      if (part !== value) return null;
    } else {
      if (!value) return null;
      params[part.slice(1)] = value;
    }
  }
  return params;
}

/** Returns whether a path begins as a pattern does. Each request compares its path with every pattern, and few match. */
function couldMatch(pattern: string, pathname: string): boolean {
  if (pathname.includes("%")) return true;
  const firstName = pattern.indexOf(":");
  if (firstName < 0) return pathname === pattern;
  return pathname.startsWith(pattern.slice(0, firstName));
}

/** Orders patterns: a fixed word comes before a parameter. */
export function comparePaths(a: string, b: string): number {
  const [one, other] = [a, b].map((path) => path.replaceAll(/[^/:]+/g, "")) as [string, string];
  return one < other ? -1 : Number(one > other);
}

function decoded(part: string): string {
  if (!part.includes("%")) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
