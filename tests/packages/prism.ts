import "./fp_ts.ts";

/** A proxy that holds requests and answers to a description, without the server and the command line around it. */
export { createInstance, getHttpOperationsFromSpec } from "npm:@stoplight/prism-http@5.16.0";
