import { byKeyboard } from "../support/drivers.ts";
import { followEach } from "./guides/by.ts";

followEach(", by keyboard alone", byKeyboard, 1);
