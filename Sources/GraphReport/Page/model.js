// What the page knows, as it was embedded: inert text that becomes nothing but text.
const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);

const parties = data.parties.map((row, index) => ({
  index, name: row[0], type: row[1], country: row[2], address: row[3], x: row[4], y: row[5], aliases: row.slice(6),
}));
const articles = data.articles.map((row) => (
  { title: row[0], date: row[1], source: row[2], address: row[3], copies: row[4] }));
const contacts = data.contacts.map((row, index) => ({
  index, from: row[0], to: row[1], kind: row[2], mutual: row[3] === 1, modality: row[4], article: row[5],
  first: row[6], last: row[7], event: row[8], venue: row[9], medium: row[10], topic: row[11], evidence: row[12], pair: 0,
}));

// Pairs of parties, whoever addresses the other.
const pairs = [];
const pairsOf = parties.map(() => []);
{
  const known = new Map();
  for (const contact of contacts) {
    const a = Math.min(contact.from, contact.to), b = Math.max(contact.from, contact.to);
    const key = a * parties.length + b;
    let index = known.get(key);
    if (index === undefined) {
      index = pairs.length;
      known.set(key, index);
      pairs.push({ index, a, b, contacts: [] });
      pairsOf[a].push(index);
      pairsOf[b].push(index);
    }
    pairs[index].contacts.push(contact.index);
    contact.pair = index;
  }
}

// Letters without case and accents, so that "Yildiz" finds "Yıldız".
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ı/g, "i").toLowerCase();
const foldedNames = parties.map((party) => [party.name, ...party.aliases].map(fold));
let foldedSentences = null;
const sentences = () => {
  if (!foldedSentences) {
    foldedSentences = contacts.map((contact) => fold(
      parties[contact.from].name + " " + parties[contact.to].name + " " + contact.evidence.map((item) => item[0]).join(" ")));
  }
  return foldedSentences;
};
