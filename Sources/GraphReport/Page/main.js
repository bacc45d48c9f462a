// Brings the parts together.
const say = (words) => { byId("status").textContent = words; };
let isTable = false;

const update = () => {
  applyFilter();
  describeLines();
  showControls();
  byId("nothing").hidden = shown.contacts > 0;
  if (isTable) showTable();
  else paint();
  showPanel();
  say(plural(shown.contacts, "contact", "contacts") + " of " + plural(shown.parties, "party", "parties"));
};

const choose = (party, pair) => {
  chosen.party = party;
  chosen.pair = pair;
  near.party = near.pair = -1;
  byId("tip").hidden = true;
  panel.scrollTop = 0;
  showPanel();
  if (!isTable) {
    if (party >= 0) reveal(party);
    paint();
  }
  if (party >= 0) say(parties[party].name + ", " + plural(shown.party[party], "contact", "contacts"));
  else if (pair >= 0) say(pairTitle(pair) + ", " + plural(shown.pair[pair], "contact", "contacts"));
  if ((party >= 0 || pair >= 0) && window.matchMedia("(max-width: 900px)").matches) panel.scrollIntoView({ block: "start" });
};

const showView = (wantsTable) => {
  isTable = wantsTable;
  byId("stage").hidden = isTable;
  byId("sheet").hidden = !isTable;
  byId("show-network").setAttribute("aria-pressed", String(!isTable));
  byId("show-table").setAttribute("aria-pressed", String(isTable));
  if (isTable) showTable();
  else resize();
};
byId("show-network").addEventListener("click", () => showView(false));
byId("show-table").addEventListener("click", () => showView(true));
byId("zoom-in").addEventListener("click", () => zoomBy(1.4));
byId("zoom-out").addEventListener("click", () => zoomBy(1 / 1.4));
byId("zoom-all").addEventListener("click", () => showAll());

const root = document.documentElement, darkSystem = window.matchMedia("(prefers-color-scheme: dark)");
const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : darkSystem.matches;
const showTheme = () => {
  byId("theme").setAttribute("aria-pressed", String(isDark()));
  readColors();
  paint();
};
byId("theme").addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  showTheme();
});
darkSystem.addEventListener("change", showTheme);

// Paper is light, whatever the screen is.
let screenTheme;
window.addEventListener("beforeprint", () => {
  screenTheme = root.dataset.theme;
  root.dataset.theme = "paper";
  readColors();
  resize(3);
});
window.addEventListener("afterprint", () => {
  if (screenTheme) root.dataset.theme = screenTheme;
  else delete root.dataset.theme;
  readColors();
  resize();
});

document.addEventListener("keydown", (event) => {
  const isTyping = event.target === search || event.target.tagName === "TEXTAREA";
  if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
    search.focus();
    search.select();
    event.preventDefault();
  } else if (event.key === "Escape" && !isTyping) {
    choose(-1, -1);
  }
});

document.body.classList.remove("no-script");
if (window.matchMedia("(max-width: 900px)").matches) byId("filters").open = false;
setUpControls();
readColors();
applyFilter();
describeLines();
resize();
new ResizeObserver(() => resize()).observe(byId("stage"));
update();
showTheme();
showAll();
