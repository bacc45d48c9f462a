// Words and elements. Text from articles goes into the page through textContent alone.
const element = (name, attributes, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined) continue;
    if (key === "class") node.className = value;
    else if (key === "click") node.addEventListener("click", value);
    else node.setAttribute(key, value);
  }
  for (const child of children) if (child !== null && child !== undefined) node.append(child);
  return node;
};

// Only addresses of the web become links.
const link = (address, text) => {
  if (address && /^https?:\/\//i.test(address)) {
    return element("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, text);
  }
  return document.createTextNode(text);
};

const kindNames = {
  tell: "told", press: "told the press", call: "phone call", meet: "met", talks: "talks", write: "wrote",
  invite: "invited", host: "hosted",
};
const modalityNames = { actual: "took place", planned: "planned", negated: "denied or refused", uncertain: "uncertain" };
const typeNames = { person: "people", country: "countries", organization: "organizations", place: "places" };
const typeName = { person: "person", country: "country", organization: "organization", place: "place" };
const verbs = {
  tell: "told", press: "told", call: "called", meet: "met", talks: "held talks with", write: "wrote to",
  invite: "invited", host: "hosted",
};
const mutualVerbs = {
  tell: "spoke with", press: "spoke with", call: "spoke by phone with", meet: "met", talks: "held talks with",
  write: "exchanged letters with", invite: "invited", host: "hosted",
};

const plural = (number, one, many) => number.toLocaleString("en-GB") + " " + (number === 1 ? one : many);
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const dayText = (day) => {
  const date = new Date(day * 86400000);
  return date.getUTCDate() + " " + months[date.getUTCMonth()] + " " + date.getUTCFullYear();
};
const spanText = (first, last) => {
  if (first === null) return "";
  if (first === last) return dayText(first);
  const a = new Date(first * 86400000), b = new Date(last * 86400000);
  const isWholeYear = a.getUTCMonth() === 0 && a.getUTCDate() === 1 && b.getUTCMonth() === 11 && b.getUTCDate() === 31;
  if (isWholeYear && a.getUTCFullYear() === b.getUTCFullYear()) return String(a.getUTCFullYear());
  return dayText(first) + " – " + dayText(last);
};
// For a narrow column: months where days would not fit.
const shortSpanText = (first, last) => {
  if (first === null || last - first < 45) return spanText(first, last);
  const month = (day) => dayText(day).replace(/^\d+ /, "");
  return month(first) === month(last) ? month(first) : month(first) + " – " + month(last);
};
const shape = (party) => element("span", { class: "shape " + data.types[party.type], "aria-hidden": "true" });
const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });
const countryName = (party) => (/^[A-Z]{2}$/.test(party.country || "") ? regions.of(party.country) : party.country || "");
const partyFacts = (party) => {
  const country = countryName(party);
  return typeName[data.types[party.type]] + (country && country !== party.name ? ", " + country : "");
};
