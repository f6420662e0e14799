import { readConfig } from "./server/config.ts";
import { serve } from "./server/serve.ts";
await serve(readConfig(Deno.env.toObject()));
