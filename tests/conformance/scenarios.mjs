// Writes what each scenario expects and answers, as data: node scenarios.mjs OUT BASE_URL
import { expandDyns } from "@typespec/spec-api";
import { readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const [out, baseUrl] = process.argv.slice(2);
const root = join(process.cwd(), "node_modules/@typespec/http-specs");
const config = { baseUrl };

function content(raw) {
  if (raw === undefined) return null;
  if (Buffer.isBuffer(raw)) return { base64: raw.toString("base64") };
  return { text: typeof raw === "string" ? raw : raw.serialize(config) };
}

function file(item) {
  return { name: item.fieldname, filename: item.originalname, type: item.mimetype, content: content(item.buffer) };
}

function body(item) {
  if (item === undefined) return null;
  if (item.kind === "multipart") {
    return { type: item.contentType, parts: item.parts ?? {}, files: (item.files ?? []).map(file) };
  }
  return { type: item.contentType, content: content(item.rawContent) };
}

function values(items) {
  return items === undefined ? {} : expandDyns(items, config);
}

function request(item = {}) {
  return {
    path: values(item.pathParams),
    query: values(item.query),
    headers: values(item.headers),
    body: body(item.body),
    files: (item.files ?? []).map(file),
  };
}

function answer(item) {
  return { status: item.status, headers: values(item.headers), body: body(item.body) };
}

const found = {};
const names = await readdir(join(root, "specs"), { recursive: true });
for (const name of names.filter((each) => each.endsWith("main.tsp")).sort()) {
  const folder = dirname(name);
  const url = pathToFileURL(join(root, "dist/specs", folder, "mockapi.js"));
  const { Scenarios } = await import(url.href);
  found[folder] = Object.entries(Scenarios).map(([scenario, { passCondition, code, keys, apis }]) => ({
    scenario,
    passes: { on: passCondition, code: code ?? null, keys: keys ?? null },
    calls: apis.map((api) => ({
      method: api.method,
      uri: api.uri.replaceAll("\\", ""),
      handled: api.handler !== undefined,
      request: request(api.request),
      response: answer(api.response),
    })),
  }));
}
await writeFile(out, JSON.stringify(found, null, 1));
