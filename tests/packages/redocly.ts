export { createConfig, lintFromString } from "npm:@redocly/openapi-core@1.34.24";
