import { type Assets, loadAssets } from "../../server/http/assets.ts";
import type { BasePath } from "../../server/http/base_path.ts";

/** The files that pages need, which no test changes: read, and packed as browsers take them, once in a part of the tests. */
export function sharedAssets(base?: BasePath): Assets {
  const path = base?.path ?? "";
  const known = assets.get(path) ?? loadAssets(base);
  assets.set(path, known);
  return known;
}
const assets = new Map<string, Assets>();
