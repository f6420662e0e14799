/** A linter of API descriptions, and its rules for OpenAPI, without the command line around them. */
export { default as core } from "npm:@stoplight/spectral-core@1.24.1";
export { default as rulesets } from "npm:@stoplight/spectral-rulesets@1.23.1";
