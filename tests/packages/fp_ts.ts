import Module from "node:module";

/** Deno finds no folder whose `package.json` leads out of it, as those of fp-ts do: what Prism asks for there is in `lib`. */
const loader = Module as unknown as {
  _resolveFilename: (request: string, ...rest: unknown[]) => string;
};
const resolve = loader._resolveFilename;
loader._resolveFilename = (request, ...rest) =>
  resolve(request.replace(/^fp-ts\/(?=\w+$)/, "fp-ts/lib/"), ...rest);
