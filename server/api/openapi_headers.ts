/** What answers tell in their headers, as the description refers to it. */
export const describedHeaders = {
  RequestId: {
    description: "The request's id, as the server's log has it.",
    schema: { type: "string" },
  },
  RateLimit: {
    description: "What is left of the rate limit: `limit=1200, remaining=1199, reset=60`.",
    schema: { type: "string" },
  },
  RetryAfter: { description: "In how many seconds to ask again.", schema: { type: "integer" } },
  Location: { description: "The address of what was made.", schema: { type: "string" } },
  IdempotencyReplayed: {
    description: "`true` where this is the answer that an earlier request with the same key got.",
    schema: { type: "string" },
  },
};
