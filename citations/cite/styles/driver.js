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

function load(id, given) {
  const { engine, items } = engines[id];
  engine.restoreProcessorState([]);
  for (const key of Object.keys(items)) delete items[key];
  for (const item of given) items[item.id] = item;
  engine.updateItems(given.map((item) => item.id));
  return engine;
}

// The entries of a list, for whose items citations are then made. A style that lists none of them
// gives the citation of each source instead, in the order they came in.
function list(id, given) {
  const engine = load(id, given);
  const made = engine.makeBibliography();
  if (made && made[1].length) return JSON.stringify(made[1]);
  return JSON.stringify(given.map((item) => engine.makeCitationCluster([{ id: item.id }])));
}

// How each cite reads in a text that has the list made last.
function citeListed(id, cites) {
  return JSON.stringify(cites.map((cite) => engines[id].engine.makeCitationCluster([cite])));
}
