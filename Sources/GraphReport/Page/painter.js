// Draws the network on its canvas.
const pen = canvas.getContext("2d");
let colors = {};
const readColors = () => {
  const style = getComputedStyle(document.documentElement);
  const names = ["ground", "surface", "ink", "quiet", "accent", ...data.kinds, ...data.types];
  colors = Object.fromEntries(names.map((name) => [name, style.getPropertyValue("--" + name).trim()]));
};

let isAwaitingFrame = false;
const requestPaint = () => {
  if (isAwaitingFrame) return;
  isAwaitingFrame = true;
  requestAnimationFrame(() => {
    isAwaitingFrame = false;
    paint();
  });
};

// The kind, direction and modality of each pair's line, from the contacts that show.
const lineOf = pairs.map(() => ({ kind: 0, forward: false, backward: false, modality: 0 }));
const kindTally = new Int32Array(data.kinds.length);
const describeLines = () => {
  for (let index = 0; index < pairs.length; index += 1) {
    if (shown.pair[index] === 0) continue;
    const line = lineOf[index];
    kindTally.fill(0);
    line.forward = line.backward = false;
    let isActual = false, isPlanned = false;
    for (const contact of pairs[index].contacts) {
      if (!shown.contact[contact]) continue;
      const one = contacts[contact];
      kindTally[one.kind] += 1;
      if (!one.mutual) {
        if (one.from === pairs[index].a) line.forward = true;
        else line.backward = true;
      }
      if (one.modality === 0) isActual = true;
      else if (one.modality === 1) isPlanned = true;
    }
    line.kind = kindTally.indexOf(Math.max(...kindTally));
    line.modality = isActual ? 0 : isPlanned ? 1 : 2;
  }
  byWeight = pairs.map((pair) => pair.index).filter((index) => shown.pair[index] > 0)
    .sort((a, b) => shown.pair[a] - shown.pair[b] || a - b);
  byImportance = parties.map((party) => party.index).filter((index) => shown.party[index] > 0)
    .sort((a, b) => shown.party[b] - shown.party[a] || a - b);
};
let byWeight = [], byImportance = [];

const dashes = [[], [6, 4], [1.5, 4]];
const drawLine = (index, isStrong) => {
  const { a, b } = pairs[index], line = lineOf[index];
  const ax = screenX(a), ay = screenY(a), bx = screenX(b), by = screenY(b);
  if (Math.max(ax, bx) < 0 || Math.min(ax, bx) > view.width || Math.max(ay, by) < 0 || Math.min(ay, by) > view.height) return;
  const length = Math.hypot(bx - ax, by - ay);
  if (length < 1) return;
  const ux = (bx - ax) / length, uy = (by - ay) / length;
  const width = Math.min(7, (1.3 + 0.9 * Math.log2(shown.pair[index])) * Math.min(1.2, Math.max(0.55, view.scale)));
  const head = length > 26 ? 4 + 1.5 * width : 0;
  const from = radius(a) + 1 + (line.backward ? head : 0), to = length - radius(b) - 1 - (line.forward ? head : 0);
  pen.strokeStyle = pen.fillStyle = colors[data.kinds[line.kind]];
  pen.lineWidth = isStrong ? width + 1 : width;
  pen.setLineDash(dashes[line.modality]);
  if (to > from) {
    pen.beginPath();
    pen.moveTo(ax + ux * from, ay + uy * from);
    pen.lineTo(ax + ux * to, ay + uy * to);
    pen.stroke();
  }
  if (head === 0) return;
  if (line.forward) drawHead(bx - ux * (radius(b) + 1), by - uy * (radius(b) + 1), ux, uy, head);
  if (line.backward) drawHead(ax + ux * (radius(a) + 1), ay + uy * (radius(a) + 1), -ux, -uy, head);
};
const drawHead = (x, y, ux, uy, size) => {
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x - ux * size - uy * size * 0.42, y - uy * size + ux * size * 0.42);
  pen.lineTo(x - ux * size + uy * size * 0.42, y - uy * size - ux * size * 0.42);
  pen.fill();
};

const drawParty = (index) => {
  const x = screenX(index), y = screenY(index), r = radius(index);
  if (x < -r || y < -r || x > view.width + r || y > view.height + r) return;
  const type = data.types[parties[index].type];
  pen.beginPath();
  if (type === "country") pen.roundRect(x - r * 0.88, y - r * 0.88, r * 1.76, r * 1.76, r * 0.35);
  else if (type === "organization") polygon(x, y, r * 1.08, 6);
  else if (type === "place") polygon(x, y, r * 1.15, 4);
  else pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.fillStyle = colors[type];
  pen.fill();
  pen.lineWidth = 1.5;
  pen.strokeStyle = index === chosen.party || index === near.party ? colors.ink : colors.ground;
  pen.stroke();
};
const polygon = (x, y, r, corners) => {
  for (let corner = 0; corner < corners; corner += 1) {
    const angle = 2 * Math.PI * corner / corners;
    pen.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
  }
  pen.closePath();
};

// Labels go where none is yet, the most important first.
let labelBoxes = [], markerBoxes = [];
const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const labelWidths = new Map();
// The first parties may cover markers with their name, the chosen ones other names too.
const drawLabel = (index, isForced, isFirst) => {
  const party = parties[index], size = index === chosen.party || index === near.party ? 13 : 12;
  const text = party.name.length > 34 ? party.name.slice(0, 33) + "…" : party.name;
  const x = screenX(index), y = screenY(index), r = radius(index);
  if (x < -80 || x > view.width + 80 || y < -40 || y > view.height + 20) return;
  let width = labelWidths.get(index);
  if (width === undefined) {
    pen.font = "500 12px " + fontFamily;
    width = pen.measureText(text).width;
    labelWidths.set(index, width);
  }
  const places = [[x, y + r + 3], [x, y - r - size - 4], [x + r + 5 + width / 2, y - size / 2], [x - r - 5 - width / 2, y - size / 2]];
  const boxAt = ([left, top]) => ({ left: left - width / 2 - 3, right: left + width / 2 + 3, top, bottom: top + size + 3, index, x: left });
  const isInside = (box) => box.left >= 0 && box.right <= view.width && box.top >= 0 && box.bottom <= view.height;
  const isFree = (box) => isInside(box) && !labelBoxes.some((other) => meet(box, other));
  const hidesNone = (box) => !markerBoxes.some((other) => other.index !== index && meet(box, other));
  const boxes = places.map(boxAt);
  const box = boxes.find((one) => isFree(one) && hidesNone(one)) || (isFirst ? boxes.find(isFree) : null) || (isForced ? boxes[0] : null);
  if (!box) return;
  labelBoxes.push(box);
  pen.font = (isForced ? "600 " : "500 ") + size + "px " + fontFamily;
  pen.lineWidth = 3.5;
  pen.strokeStyle = colors.ground;
  pen.strokeText(text, box.x, box.top);
  pen.fillStyle = colors.ink;
  pen.fillText(text, box.x, box.top);
};
const labelAt = (x, y) => {
  const box = labelBoxes.find((one) => x >= one.left && x <= one.right && y >= one.top && y <= one.bottom);
  return box ? box.index : -1;
};
const fontFamily = getComputedStyle(document.body).fontFamily;

const paint = () => {
  if (view.width === 0) return;
  pen.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  pen.fillStyle = colors.ground;
  pen.fillRect(0, 0, view.width, view.height);
  pen.lineCap = "butt";
  pen.lineJoin = "round";
  pen.textAlign = "center";
  pen.textBaseline = "top";
  const focus = near.party >= 0 ? near.party : chosen.party;
  const focusPair = near.pair >= 0 ? near.pair : chosen.pair;
  const isBright = (pair) => pair === focusPair || (focus >= 0 && (pairs[pair].a === focus || pairs[pair].b === focus));
  const hasFocus = (focus >= 0 && shown.party[focus] > 0) || (focusPair >= 0 && shown.pair[focusPair] > 0);
  const bright = new Set();
  if (focus >= 0) bright.add(focus);
  if (focusPair >= 0) bright.add(pairs[focusPair].a).add(pairs[focusPair].b);
  pen.globalAlpha = hasFocus ? 0.14 : byWeight.length > 2500 ? 0.45 : byWeight.length > 500 ? 0.7 : 0.85;
  const strong = [];
  for (const index of byWeight) {
    if (hasFocus && isBright(index)) strong.push(index);
    else drawLine(index, false);
  }
  pen.globalAlpha = 0.95;
  for (const index of strong) {
    bright.add(pairs[index].a).add(pairs[index].b);
    drawLine(index, index === focusPair);
  }
  pen.setLineDash([]);
  for (let rank = byImportance.length - 1; rank >= 0; rank -= 1) {
    pen.globalAlpha = !hasFocus || bright.has(byImportance[rank]) ? 1 : 0.25;
    drawParty(byImportance[rank]);
  }
  pen.globalAlpha = 1;
  labelBoxes = [];
  markerBoxes = byImportance.slice(0, 150).map((index) => {
    const x = screenX(index), y = screenY(index), r = 0.8 * radius(index);
    return { left: x - r, right: x + r, top: y - r, bottom: y + r, index };
  });
  for (const index of [focus, focusPair >= 0 ? pairs[focusPair].a : -1, focusPair >= 0 ? pairs[focusPair].b : -1]) {
    if (index >= 0 && shown.party[index] > 0 && !labelBoxes.some((box) => box.index === index)) drawLabel(index, true, true);
  }
  let room = 260;
  for (const [rank, index] of byImportance.entries()) {
    if (room === 0) break;
    if (hasFocus && !bright.has(index)) continue;
    if (labelBoxes.some((box) => box.index === index)) continue;
    const before = labelBoxes.length;
    drawLabel(index, false, rank < 24);
    if (labelBoxes.length > before) room -= 1;
  }
};

// The canvas takes the size of its stage; paper wants more dots than a screen has.
const resize = (ratio = window.devicePixelRatio || 1) => {
  const wasEmpty = view.width === 0;
  const frame = byId("stage").getBoundingClientRect();
  view.ratio = Math.max(1, ratio);
  view.x += (frame.width - view.width) / 2;
  view.y += (frame.height - view.height) / 2;
  view.width = frame.width;
  view.height = frame.height;
  canvas.width = Math.round(view.width * view.ratio);
  canvas.height = Math.round(view.height * view.ratio);
  if (view.width === 0) return;
  if (wasEmpty) showAll();
  paint();
};
