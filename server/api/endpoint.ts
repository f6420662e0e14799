import type { Context } from "hono";
import { z } from "zod";
import type { Anonymous, Member, Principal } from "../domain/core/actor.ts";
import type { Operation } from "../domain/core/operation.ts";
import type { ListPage } from "../domain/core/page.ts";
import type { Env } from "../http/env.ts";

/** One endpoint of REST v1: a method and path onto an operation. `/openapi.json` is read off these. */
export interface Endpoint<O = unknown> {
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Under `/api/v1`, with `{name}` for what the operation takes from the path. */
  path: string;
  // deno-lint-ignore no-explicit-any -- the actor and the input are the operation's own; `endpoint` checks the output
  operation: Operation<any, z.ZodType, O>;
  /** The heading it stands under in the documentation. */
  tag: string;
  /** What it does, in a few words: "List tasks". */
  summary: string;
  /** What else a client's author should know: who may, what happens. */
  description?: string;
  status: 200 | 201 | 204;
  /** What a 200 or 201 answers. Strict: a field that it doesn't know fails the tests. */
  response: z.ZodType | null;
  /** The answer: an object, or JSON text that SQL built. */
  answer: (output: O) => object | string;
  /** The name under which the body goes into the input; without one its fields stand in the input themselves. */
  bodyAs?: string;
  /** Whether the body may be left out. */
  bodyOptional?: boolean;
  /** The record's version, where the answer is one record: its ETag begins with it. */
  version?: (output: O) => number | string;
  /**
   * Whether whatever changes what the record shows of others makes the workspace's revision new, so that its ETag needs
   * no text. Any other record's is made of its text.
   */
  revised?: true;
  /** Reads the version alone, so that a 304 need not read the record. */
  // deno-lint-ignore no-explicit-any -- as above
  versionOnly?: Operation<any, z.ZodType, number | string>;
  /** Whether `If-Match` goes into the input as `version`. */
  guarded?: boolean;
  /** The address of what a 201 made, from its answer. */
  location?: (output: O) => string;
  /**
   * What is counted against the client where nobody has to be signed in: every request that asks for a code; that and
   * wrong codes where one is tried; or only those whose secret was no good, so that a busy client with good ones isn't
   * held up.
   */
  limit?: "signIn" | "code" | "refused";
  /** Under which name the bearer token goes into the input of an operation that anyone may run. */
  bearerAs?: string;
  /** Whether that token may be left out, because the body can hold another. */
  bearerOptional?: boolean;
  /** What each record that the answer shows is looked for by, before it is given again to a retry. */
  // deno-lint-ignore no-explicit-any -- as above
  sight?: { operation: Operation<any, z.ZodType, unknown>; inputs(answer: unknown): unknown[] };
  /** Whether the answer shows a secret once: it is not kept for a retry. */
  secret?: boolean;
  /** The same as a stream of what comes, for who asks with `Accept: text/event-stream`. */
  stream?: (c: Context<Env>, member: Member, asked: Record<string, unknown>) => Promise<Response>;
  /** An example of the body, for the documentation and its tests. */
  example?: Record<string, unknown>;
}

/** Describes one endpoint, its output typed by its operation. */
export function endpoint<A extends Anonymous | Principal | Member, I extends z.ZodType, O>(
  parts: Omit<Endpoint<O>, "operation"> & { operation: Operation<A, I, O> },
): Endpoint {
  return parts as unknown as Endpoint;
}

/** What a collection is described by. */
interface Collection<A, I extends z.ZodType, T> {
  path: string;
  operation: Operation<A, I, ListPage<T>>;
  tag: string;
  summary: string;
  /** What else a client's author should know. */
  description?: string;
  /** The name that its records come back under: `teams`. */
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

/** What an endpoint answers, as JSON text. */
export function answerText(endpoint: Endpoint, output: unknown): string {
  const body = endpoint.answer(output);
  return typeof body === "string" ? body : JSON.stringify(body);
}
