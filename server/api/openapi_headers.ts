/** The described response headers. */
export const describedHeaders = {
  RequestId: {
    description: "ID of the request, as in the server's log.",
    schema: { type: "string" },
  },
  RateLimit: {
    description:
      "Remaining requests under the rate limit, such as `limit=1200, remaining=1199, reset=60`.",
    schema: { type: "string" },
  },
  RetryAfter: {
    description: "Number of seconds to wait before the next request.",
    schema: { type: "integer" },
  },
  AcceptEncoding: {
    description:
      "Encodings accepted for request bodies. Sent if the request used another encoding.",
    schema: { type: "string" },
  },
  Location: { description: "URL of the created record.", schema: { type: "string" } },
  IdempotencyReplayed: {
    description:
      "`true` if this is the saved response to an earlier request with the same `Idempotency-Key`.",
    schema: { type: "string" },
  },
};
