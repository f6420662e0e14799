/** How much any single request can take, however much data a workspace has. */
export const limits = {
  /** Processor time, in milliseconds. */
  processor: 100,
  /** The longest time without an answer to anybody else, in milliseconds of the processor. */
  block: 50,
  /** The response before compression, in bytes. */
  bytes: 1_000_000,
} as const;

/** How much a crowd of requests can take. */
export const crowdLimits = {
  /** The 99th percentile of the time that `/health` takes meanwhile, in milliseconds. */
  health: 250,
  /** Memory beyond that of the idle server, in bytes. */
  memory: 64 * 1024 * 1024,
} as const;

export type Limit = keyof typeof limits;

/** A page, route, endpoint, or action that can exceed some limits. */
interface Exception {
  of: string;
  beyond: readonly Limit[];
  why: string;
}

/** Few requests are here, each with a reason why nobody can slow others down with it. */
export const exceptions: readonly Exception[] = [
  {
    of: "/workspace/tasks.csv",
    beyond: ["processor", "bytes"],
    why: "An export. It yields between records, and few can run at a time.",
  },
  {
    of: "/workspace/settings/audit.csv",
    beyond: ["processor", "bytes"],
    why: "An export. It yields between records, and few can run at a time.",
  },
];

export function isExempt(of: string, limit: Limit): boolean {
  return exceptions.some((one) => one.of === of && one.beyond.includes(limit));
}
