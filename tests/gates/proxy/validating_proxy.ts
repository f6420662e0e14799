import { createInstance, getHttpOperationsFromSpec } from "../../packages/prism.ts";

/** A request to the API, its path without the address before it. */
export interface Sent {
  method: string;
  path: string;
  /** An object is sent as JSON, a text as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** What came back, and what of the request and of the answer isn't as the description has it. */
export interface Passed {
  status: number;
  body: unknown;
  headers: Record<string, string>;
  ofRequest: string[];
  ofAnswer: string[];
}

const told = ({ message }: { message: string }) => message;

/** Says nothing. */
const quiet = {
  child: () => quiet,
  ...Object.fromEntries(
    ["trace", "debug", "info", "success", "warn", "error", "fatal"].map((
      level,
    ) => [level, () => {}]),
  ),
};

/**
 * A public proxy in front of the API, which passes on every request and holds it and its answer to the description.
 * @param operations what `operationsOf` the description gave
 * @param upstream where the API is
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

/** What the proxy reads off a description. */
export async function operationsOf(document: object): Promise<Described> {
  return shared(await getHttpOperationsFromSpec(document));
}

/** The operations with one object for what is described alike: the proxy prepares each object by itself. */
function shared<O>(operations: O): O {
  const first = new Map<string, unknown>();
  return JSON.parse(JSON.stringify(operations), (key, value) => {
    if (key !== "schema") return value;
    // Ids are made up for each place.
    const text = JSON.stringify(value, (name, part) => name === "x-stoplight" ? undefined : part);
    if (!first.has(text)) first.set(text, value);
    return first.get(text);
  });
}
