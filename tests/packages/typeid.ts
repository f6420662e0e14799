export { TypeID } from "npm:typeid-js@1.2.0";
