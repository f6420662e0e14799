import { runPart } from "../parts.ts";

await runPart(import.meta.url);
