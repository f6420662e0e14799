/** The result of a check. */
export interface Finding {
  /** The name of the check: "Search index". */
  check: string;
  state: "ok" | "warning" | "problem";
  /** The state in words. */
  detail: string;
  /** What to do, if anything. */
  next?: string;
}

/** A result that can be repaired without guessing. */
export interface Repairable extends Finding {
  repair?(): Promise<void>;
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
