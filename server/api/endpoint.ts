import type { Context } from "hono";
import { z } from "zod";
import type { Anonymous, Member, Principal } from "../domain/core/actor.ts";
import type { Operation } from "../domain/core/operation.ts";
import type { ListPage } from "../domain/core/page.ts";
import type { Env } from "../http/env.ts";

/** An endpoint of REST v1: a method and path for an operation. `/openapi.json` is generated from these. */
export interface Endpoint<O = unknown> {
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** The path under `/api/v1`, with `{name}` for the operation's path parameters. */
  path: string;
  // deno-lint-ignore no-explicit-any -- the actor and the input are the operation's own; `endpoint` checks the output
  operation: Operation<any, z.ZodType, O>;
  /** The heading in the documentation. */
  tag: string;
  /** The summary, in a few words: "List tasks". */
  summary: string;
  /** Further information for client developers: permissions and effects. */
  description?: string;
  status: 200 | 201 | 204;
  /** The schema of a 200 or 201. It is strict: tests fail for unknown fields. */
  response: z.ZodType | null;
  /** The response: an object, or JSON text that SQL built. */
  answer: (output: O) => object | string;
  /** The input field for the body. Without it, the body's fields are the input's own. */
  bodyAs?: string;
  /** Whether the body is optional. */
  bodyOptional?: boolean;
  /** Returns the record's version, for responses with one record. Their ETag starts with it. */
  version?: (output: O) => number | string;
  /**
   * Whether every change to other records that this record shows renews the workspace's revision, so that the ETag
   * doesn't need the text. Other records' ETags contain a hash of their text.
   */
  revised?: true;
  /** Reads only the version, so that a 304 doesn't read the record. */
  // deno-lint-ignore no-explicit-any -- as above
  versionOnly?: Operation<any, z.ZodType, number | string>;
  /** Whether `If-Match` sets `version` in the input. */
  guarded?: boolean;
  /** Returns the URL of a created record. */
  location?: (output: O) => string;
  /**
   * The requests that count against a client's limit without signing in: all requests for a code, all attempts with a
   * code, or only those with an invalid secret, so that busy clients with valid secrets aren't limited.
   */
  limit?: "signIn" | "code" | "refused";
  /** The input field for the bearer token, in operations that anyone can run. */
  bearerAs?: string;
  /** Whether the token is optional, because the body can contain another. */
  bearerOptional?: boolean;
  /** Returns the keys of the records in a response. A retry must still have access to them. */
  // deno-lint-ignore no-explicit-any -- as above
  sight?: { operation: Operation<any, z.ZodType, unknown>; inputs(answer: unknown): unknown[] };
  /** Whether the response shows a secret once, so that it isn't stored for retries. */
  secret?: boolean;
  /** Streams new entries to clients that send `Accept: text/event-stream`. */
  stream?: (c: Context<Env>, member: Member, asked: Record<string, unknown>) => Promise<Response>;
  /** An example of the body, for the documentation and its tests. */
  example?: Record<string, unknown>;
}

/** Creates an endpoint, with the type of its operation's output. */
export function endpoint<A extends Anonymous | Principal | Member, I extends z.ZodType, O>(
  parts: Omit<Endpoint<O>, "operation"> & { operation: Operation<A, I, O> },
): Endpoint {
  return parts as unknown as Endpoint;
}

/** The description of a collection. */
interface Collection<A, I extends z.ZodType, T> {
  path: string;
  operation: Operation<A, I, ListPage<T>>;
  tag: string;
  summary: string;
  /** Further information for client developers. */
  description?: string;
  /** The field with the records in the response: `teams`. */
  plural: string;
  record: z.ZodType<T>;
  stream?: NonNullable<Endpoint["stream"]>;
}

/** Describes an endpoint that lists records, page by page. */
export function collection<A extends Anonymous | Principal | Member, I extends z.ZodType, T>(
  { plural, record, ...parts }: Collection<A, I, T>,
): Endpoint {
  return endpoint({
    ...parts,
    method: "GET",
    status: 200,
    response: z.strictObject({ [plural]: z.array(record), nextCursor: z.string().nullable() }),
    answer: ({ records, nextCursor }) =>
      `{"${plural}":${records},"nextCursor":${JSON.stringify(nextCursor)}}`,
  });
}

/** Returns an endpoint's response as JSON text. */
export function answerText(endpoint: Endpoint, output: unknown): string {
  const body = endpoint.answer(output);
  return typeof body === "string" ? body : JSON.stringify(body);
}
