import configuration from "../deno.json" with { type: "json" };
import { commit } from "./commit.ts";

/** This program's version, as `deno.json` states it. */
export const version: string = configuration.version;

/** The version, with the commit of a built program. */
export const versionAndCommit: string = commit ? `${version} (${commit})` : version;
