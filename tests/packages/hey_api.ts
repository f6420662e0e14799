// What it uses to read its settings would keep a folder among the temporary files.
Deno.env.set("JITI_FS_CACHE", "false");

/** A generator of whole clients. */
export const { createClient } = await import("npm:@hey-api/openapi-ts@0.99.0");
