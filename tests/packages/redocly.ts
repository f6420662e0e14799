export { createConfig, lintFromString } from "npm:@redocly/openapi-core@2.64.0";
