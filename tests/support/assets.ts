import { type Assets, loadAssets } from "../../server/http/assets.ts";

/** The files that pages need, which no test changes: read, and packed as browsers take them, once in a part of the tests. */
export function sharedAssets(): Assets {
  return assets ??= loadAssets();
}
let assets: Assets | undefined;
