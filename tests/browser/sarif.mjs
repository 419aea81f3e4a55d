// Holds every SARIF file of a folder against the schema that the npm package @microsoft/jest-sarif carries (MIT).
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import Ajv from "ajv-draft-04";
import formats from "ajv-formats";

const require = createRequire(import.meta.url);
const home = dirname(require.resolve("@microsoft/jest-sarif/package.json"));
const schema = JSON.parse(readFileSync(join(home, "lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats(ajv);
const holds = ajv.compile(schema);
const folder = process.argv[2];
let faults = 0;
for (const file of readdirSync(folder).filter((it) => it.endsWith(".sarif"))) {
  const log = JSON.parse(readFileSync(join(folder, file), "utf8"));
  log.$schema = schema.id;
  if (!holds(log)) {
    faults += 1;
    console.error(file, holds.errors.slice(0, 5));
  }
}
process.exit(faults ? 1 : 0);
