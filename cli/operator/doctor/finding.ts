/** What one check found. */
export interface Finding {
  /** What was looked at: "Search index". */
  check: string;
  state: "ok" | "warning" | "problem";
  /** What is so. */
  detail: string;
  /** What to do about it; none where nothing is. */
  next?: string;
}

/** A finding that can be mended here, without guessing. */
export interface Mendable extends Finding {
  mend?(): Promise<void>;
}

export function ok(check: string, detail: string): Finding {
  return { check, state: "ok", detail };
}
export function warning(check: string, detail: string, next: string): Finding {
  return { check, state: "warning", detail, next };
}
export function problem(check: string, detail: string, next: string): Finding {
  return { check, state: "problem", detail, next };
}
