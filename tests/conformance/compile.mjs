// Compiles each specification to OpenAPI, and says how: node compile.mjs OUT
import { NodeHost, compile, navigateProgram } from "@typespec/compiler";
import { getOpenAPI3 } from "@typespec/openapi3";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const [out] = process.argv.slice(2);
const root = join(process.cwd(), "node_modules/@typespec/http-specs/specs");
const versions = ["3.0.0", "3.1.0", "3.2.0"];

const load = (main) => compile(NodeHost, join(root, main), { noEmit: true });
const message = ({ code, message }) => `${code}: ${message}`;

async function attempt(program, version) {
  try {
    const made = await getOpenAPI3(program, { "openapi-versions": [version] });
    const documents = made.flatMap((each) =>
      each.versioned
        ? each.versions.map(({ document, version }) => [String(version.value ?? version), document])
        : [["", each.document]],
    );
    const found = made.flatMap((each) =>
      each.versioned ? each.versions.flatMap(({ diagnostics }) => diagnostics) : each.diagnostics,
    );
    return { documents, errors: found.filter(({ severity }) => severity === "error").map(message) };
  } catch (error) {
    return { documents: [], errors: [`the emitter crashes: ${error.message.split("\n")[0]}`] };
  }
}

// A parameter named like a member of every object makes the emitter crash.
function leaveOut(program) {
  const left = [];
  navigateProgram(program, {
    operation(operation) {
      const names = [...operation.parameters.properties.keys()];
      if (names.some((name) => name in Object.prototype)) {
        left.push(operation);
      }
    },
  });
  for (const operation of left) {
    (operation.interface ?? operation.namespace).operations.delete(operation.name);
  }
  return left.map(({ name }) => name);
}

const report = {};
const names = await readdir(root, { recursive: true });
for (const main of names.filter((name) => name.endsWith("main.tsp")).sort()) {
  const folder = dirname(main);
  const refused = {};
  let made;
  for (const version of versions) {
    made = await attempt(await load(main), version);
    if (made.errors.length === 0) {
      break;
    }
    refused[version] = made.errors;
  }
  let without = [];
  if (made.errors.length > 0) {
    const program = await load(main);
    without = leaveOut(program);
    made = await attempt(program, versions[0]);
  }
  const files = [];
  for (const [version, document] of made.documents) {
    const path = join(folder, version || "all", "openapi.json");
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), JSON.stringify(document, null, 1));
    files.push(path);
  }
  report[folder] = { refused, without, files };
}
await writeFile(join(out, "report.json"), JSON.stringify(report, null, 1));
