/** The limits of any request, for any amount of data in a workspace. */
export interface Limits {
  /** Processor time, in milliseconds. */
  processor: number;
  /** The longest time without responses to other requests, in milliseconds of processor time. */
  block: number;
  /** The size of the response as sent, in bytes. */
  bytes: number;
}
export type Limit = keyof Limits;

const usual: Limits = { processor: 100, block: 50, bytes: 1_000_000 };

/** The limits for many simultaneous requests. */
export const crowdLimits = {
  /** The 99th percentile of the response time of `/health` meanwhile, in milliseconds. */
  health: 250,
  /** Additional memory compared with the idle server, in bytes. */
  memory: 64 * 1024 * 1024,
} as const;

/** Requests with their own limits. */
interface Exception {
  /** The page, route, endpoint, or action, by its name in the tables of rows. */
  of: RegExp;
  limits: Partial<Limits>;
  why: string;
}

/** Keep this list short. The reason explains why nobody can slow down others with the request. */
const exceptions: readonly Exception[] = [
  {
    of: /\.csv$/,
    limits: { processor: Infinity, bytes: Infinity },
    why: "An export yields after each few records, and few exports run at a time.",
  },
  {
    of: /^[A-Z]+ \S+\/(?:tasks\/\{taskId\}|projects\/\{projectId\})(?:$|\/(?!comments|updates))/,
    limits: { bytes: 4_000_000 },
    why: "A task has its 100 newest comments, and a project its 100 milestones.",
  },
  {
    of: /^\/workspace\/tasks\/:taskId(?: |$|\/(?:approvals|links|relations|comments))/,
    limits: { block: 75, bytes: 2_500_000 },
    why: "Each list on the page is bounded by itself. An action also indexes the description.",
  },
  {
    of: /^\/workspace\/projects\/:projectId/,
    limits: { block: 75 },
    why: "Each list on the page is bounded by itself.",
  },
  {
    of: /^(?:DELETE \/workspaces\/\{workspaceId\}|\/workspace\/settings\/workspace act=delete)$/,
    limits: { processor: 250, block: 250 },
    why: "A workspace is deleted once. Removing its 300 members updates the search index at once.",
  },
];

/** Returns a request's limits. @param of the request's name in the tables of rows */
export function limitsOf(of: string): Limits {
  const own = exceptions.filter((exception) => exception.of.test(of));
  return Object.assign({ ...usual }, ...own.map(({ limits }) => limits));
}
