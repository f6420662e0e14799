import { z } from "zod";
import { FoundRecord } from "../domain/search/schema.ts";
import { search } from "../domain/search/search.ts";
import { endpoint } from "./endpoint.ts";

export const searchEndpoints = [
  endpoint({
    method: "GET",
    path: "/workspaces/{workspaceId}/search",
    operation: search,
    tag: "Search",
    summary: "Search all records",
    description: "Returns only records that you can see and that the token's scopes let it read.",
    status: 200,
    response: z.strictObject({ results: z.array(FoundRecord) }),
    answer: (results) => ({ results }),
  }),
];
