import { byTouch } from "../support/hands.ts";
import { followEach } from "./guides/by.ts";

followEach(", by touch on a phone", byTouch, { touch: true, width: 390 });
