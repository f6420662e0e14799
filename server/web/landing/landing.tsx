import { LandingPage } from "../../../views/landing/landing.tsx";
import { landingPath } from "../../../views/paths.ts";
import { publicPage } from "../page.ts";

/** The start page, for everyone. */
export const landingPage = publicPage({
  path: landingPath,
  read: ({ viewer }) => ({ signedIn: viewer !== null }),
}).shows(({ frame, signedIn }) => <LandingPage frame={frame} signedIn={signedIn} />);
