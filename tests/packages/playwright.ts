/** What drives Chromium. Packages for tests alone are named here, so that starting the server brings none of them. */
export * from "npm:playwright-core@1.65.1";
