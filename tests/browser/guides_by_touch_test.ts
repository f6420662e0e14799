import { byTouch } from "../support/drivers.ts";
import { followEach } from "./guides/by.ts";

followEach(", by touch on a phone", byTouch, 2, { touch: true, width: 390 });
