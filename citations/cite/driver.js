// Runs beside citeproc-js (`CSL`) in one context; every answer is a text that JSON can hold.
// An engine is one style in one locale, with its items. Python names the engines, and drops them.

const locales = {};
const engines = {};

function addLocale(tag, xml) {
  locales[tag] = xml;
  return tag;
}

// The language tags whose locales an engine for this one reads.
function localesFor(tag) {
  const named = CSL.localeResolve(tag, "en-US");
  return JSON.stringify(["en-US", named.base, named.best].filter(Boolean));
}

function open(id, style, tag) {
  const items = {};
  const system = { retrieveLocale: (asked) => locales[asked] || "", retrieveItem: (key) => items[key] };
  const engine = new CSL.Engine(system, style, tag, true);
  engines[id] = { engine, items };
  return id;
}

function drop(id) {
  delete engines[id];
  return id;
}

function load(id, given, format) {
  const { engine, items } = engines[id];
  engine.restoreProcessorState([]);
  for (const key of Object.keys(items)) delete items[key];
  for (const item of given) items[item.id] = item;
  engine.setOutputFormat(format);
  engine.updateItems(given.map((item) => item.id));
  return engine;
}

// The entries in the style's order, and the ids in that order; no entries where a style has none.
function bibliography(id, given, format) {
  const made = load(id, given, format).makeBibliography();
  if (!made) return JSON.stringify({ ids: [], entries: [] });
  return JSON.stringify({ ids: made[0].entry_ids.map((ids) => ids[0]), entries: made[1] });
}

// The list, with how each cite reads in a text that has this list. A style without a list gives
// the citation of each source instead, in the order they came in.
function list(id, given, cites, format) {
  const engine = load(id, given, format);
  const made = engine.makeBibliography();
  const alone = () => given.map((item) => engine.makeCitationCluster([{ id: item.id }]));
  return JSON.stringify({
    entries: made ? made[1] : alone(),
    citations: cites.map((cite) => engine.makeCitationCluster([cite])),
  });
}

// One citation, in the text or as a note: what the style makes of them.
function citation(id, given, cites, format) {
  const engine = load(id, given, format);
  const cluster = { citationItems: cites, properties: { noteIndex: 1 } };
  return engine.previewCitationCluster(cluster, [], [], format);
}
