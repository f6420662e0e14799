import configuration from "../deno.json" with { type: "json" };
import { commit } from "./commit.ts";

/** This program's version, as `deno.json` states it. */
export const version: string = configuration.version;

/** The version, and the commit that a built program is of. */
export const versionAndCommit: string = commit ? `${version} (${commit})` : version;
