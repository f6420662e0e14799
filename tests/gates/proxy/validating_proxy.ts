import { createInstance, getHttpOperationsFromSpec } from "../../packages/prism.ts";

/** A request to the API, with the path after the API's address. */
export interface Sent {
  method: string;
  path: string;
  /** The body. An object is sent as JSON, and a string unchanged. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** The response, and the violations of the description in the request and the response. */
export interface Passed {
  status: number;
  body: unknown;
  headers: Record<string, string>;
  ofRequest: string[];
  ofAnswer: string[];
}

const told = ({ message }: { message: string }) => message;

/** Discards all log messages. */
const quiet = {
  child: () => quiet,
  ...Object.fromEntries(
    ["trace", "debug", "info", "success", "warn", "error", "fatal"].map((
      level,
    ) => [level, () => {}]),
  ),
};

/**
 * Starts a public proxy in front of the API, which forwards every request and checks it and its response against the
 * description.
 * @param operations the result of `operationsOf` for the description
 * @param upstream the API's address
 */
export function validatingProxy(operations: Described, upstream: string) {
  const proxy = createInstance(
    {
      isProxy: true,
      upstream: new URL(upstream),
      upstreamProxy: undefined,
      mock: { dynamic: false },
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: false,
    } as Parameters<typeof createInstance>[0],
    { logger: quiet } as never,
  );
  return async ({ method, path, body, headers = {} }: Sent): Promise<Passed> => {
    const url = new URL(path, "http://proxy.example");
    const text = typeof body === "string" ? body : JSON.stringify(body ?? null);
    const sent: Record<string, string> = body === undefined ? {} : {
      "content-type": "application/json",
      "content-length": String(new TextEncoder().encode(text).length),
    };
    const result = await proxy.request({
      method: method.toLowerCase() as "get",
      url: { path: url.pathname, query: Object.fromEntries(url.searchParams) },
      headers: { ...sent, ...headers },
      body,
    }, operations)();
    if (result._tag === "Left") throw result.left;
    const { output, validations } = result.right;
    return {
      status: output.statusCode,
      body: output.body,
      headers: output.headers as Record<string, string>,
      ofRequest: validations.input.map(told),
      ofAnswer: validations.output.map(told),
    };
  };
}

type Described = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>;

/** Returns the parts of a description that the proxy needs. */
export async function operationsOf(document: object): Promise<Described> {
  return shared(await getHttpOperationsFromSpec(document));
}

/** Returns the operations with shared objects for equal schemas, because the proxy prepares each object separately. */
function shared<O>(operations: O): O {
  const first = new Map<string, unknown>();
  return JSON.parse(JSON.stringify(operations), (key, value) => {
    if (key !== "schema") return value;
    // IDs are generated for each place.
    const text = JSON.stringify(value, (name, part) => name === "x-stoplight" ? undefined : part);
    if (!first.has(text)) first.set(text, value);
    return first.get(text);
  });
}
