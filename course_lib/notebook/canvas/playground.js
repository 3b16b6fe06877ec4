// The playground's canvas: it asks the kernel for frames and draws them. Left the network, each unit a small map of what it answers where;
// right the output with the points, below it the losses. Blue is +, orange-red is -; negative weights are dashed, points of class -1 square.

const WIDTH = 840, HEIGHT = 420, FIELD = { x: 556, y: 24, size: 284 }, CHART = { x: 590, y: 336, width: 206, height: 66 }, LEFT = 76, TOP = 24;
const PAPER = [252, 252, 250], BLUE = [0, 114, 178], RED = [213, 94, 0];
const EPOCHS_A_FRAME = 4, ON_THE_WAY = 2;       // the kernel computes a frame while another travels and is drawn
const rgb = (colour) => `rgb(${colour})`;

function picker(name, options, value, change) {
  const select = element("select", { name });
  for (const option of options) select.append(element("option", { value: option, textContent: option, selected: option === value }));
  select.onchange = () => change(options[select.selectedIndex]);
  return element("label", {}, name, select);
}

function featureBoxes(names, chosen, change) {
  const boxes = names.map((name) => element("input", { type: "checkbox", checked: chosen.includes(name), value: name }));
  for (const box of boxes) {
    box.onchange = () => {
      if (!boxes.some((other) => other.checked)) box.checked = true;       // a network needs an input
      change(boxes.filter((other) => other.checked).map((other) => other.value));
    };
  }
  return element("fieldset", {}, element("legend", { textContent: "features" }), ...boxes.map((box) => element("label", {}, box, box.value)));
}

// From bytes, 0 for -1 and 255 for +1, to a picture that drawImage can scale.
function map(bytes, cells) {
  const canvas = element("canvas", { width: cells, height: cells });
  const context = canvas.getContext("2d"), image = context.createImageData(cells, cells);
  for (let i = 0; i < bytes.length; i++) {
    const value = bytes[i] / 127.5 - 1, strength = 0.85 * Math.abs(value), colour = value > 0 ? BLUE : RED;
    for (let channel = 0; channel < 3; channel++)
      image.data[4 * i + channel] = PAPER[channel] + strength * (colour[channel] - PAPER[channel]);
    image.data[4 * i + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

// The field, and for each column one map for each of its units, half as fine.
function maps(bytes, cells, widths) {
  let start = 0;
  const next = (side) => map(bytes.subarray(start, (start += side ** 2)), side);
  return { field: next(cells), units: widths.map((count) => Array.from({ length: count }, () => next(cells / 2))) };
}

// Where each unit stands: [column][row] -> {x, y, size}.
function places(widths) {
  const gap = (FIELD.x - LEFT - 40) / widths.length;
  return widths.map((count, column) => {
    const step = Math.min(58, (HEIGHT - TOP) / count), size = Math.min(38, step - 8), middle = (TOP + HEIGHT) / 2;
    return Array.from({ length: count }, (_, row) => ({ x: LEFT + column * gap, y: middle + (row - (count - 1) / 2) * step, size }));
  });
}

function drawLinks(context, frame, stands) {
  const output = [{ x: FIELD.x, y: (TOP + HEIGHT) / 2, size: 0 }];
  frame.weights.forEach((W, layer) => {
    const ends = stands[layer + 1] ?? output;
    W.forEach((row, i) => row.forEach((weight, j) => {
      const from = stands[layer][i], to = ends[j], x0 = from.x + from.size / 2, x1 = to.x - to.size / 2, bend = (x1 - x0) / 2;
      context.strokeStyle = rgb(weight > 0 ? BLUE : RED);
      context.lineWidth = Math.min(6, 2 * Math.abs(weight));
      context.globalAlpha = 0.55;
      context.setLineDash(weight > 0 ? [] : [5, 3]);
      context.beginPath();
      context.moveTo(x0, from.y);
      context.bezierCurveTo(x0 + bend, from.y, x1 - bend, to.y, x1, to.y);
      context.stroke();
    }));
  });
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function drawMap(context, picture, x, y, size, edge) {
  context.drawImage(picture, x, y, size, size);
  context.strokeStyle = edge;
  context.lineWidth = edge === INK ? 1 : 3;
  context.strokeRect(x, y, size, size);
}

function drawPoints(context, points, reach) {
  const at = (value) => ((value + reach) / (2 * reach)) * FIELD.size;
  context.lineWidth = 1.2;
  for (const [x1, x2, label] of points) {
    const x = FIELD.x + at(x1), y = FIELD.y + FIELD.size - at(x2);
    context.beginPath();
    if (label > 0) context.arc(x, y, 3.6, 0, 7);
    else context.rect(x - 3.2, y - 3.2, 6.4, 6.4);
    context.fillStyle = label > 0 ? rgb(BLUE) : "#FFFFFF";
    context.strokeStyle = label > 0 ? "#FFFFFF" : rgb(RED);
    context.fill();
    context.stroke();
  }
}

function drawLosses(context, train, test) {
  const { x, y, width, height } = CHART, top = Math.max(0.1, ...train, ...test), last = Math.max(1, train.length - 1);
  const curve = (values, dashes) => {
    context.setLineDash(dashes);
    context.beginPath();
    values.forEach((value, epoch) => context.lineTo(x + (width * epoch) / last, y + height * (1 - value / top)));
    context.stroke();
    context.setLineDash([]);
  };
  context.strokeStyle = MUTED;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x, y + height);
  context.lineTo(x + width, y + height);
  context.stroke();
  context.strokeStyle = INK;
  context.lineWidth = 1.8;
  curve(train, []);
  curve(test, [4, 3]);
  write(context, top.toPrecision(2), x - 5, y + 5, "right");
  write(context, "0", x - 5, y + height, "right");
  write(context, `${train.length - 1} epochs`, x + width, y + height + 13, "right");
  const ends = [train, test].map((values) => y + height * (1 - values.at(-1) / top));
  const apart = Math.max(0, 12 - Math.abs(ends[0] - ends[1])) / 2, testAbove = ends[1] <= ends[0];
  write(context, "train", x + width + 5, ends[0] + 4 + (testAbove ? apart : -apart), "left");
  write(context, "test", x + width + 5, ends[1] + 4 + (testAbove ? -apart : apart), "left");
}

function draw(context, frame, hovered, window) {
  const stands = places(frame.widths);
  context.clearRect(0, 0, WIDTH, HEIGHT);
  drawLinks(context, frame, stands);
  let shown = frame.field, title = "the output, with the training points";
  stands.forEach((column, layer) => column.forEach((place, row) => {
    const over = hovered && hovered[0] === layer && hovered[1] === row;
    drawMap(context, frame.units[layer][row], place.x - place.size / 2, place.y - place.size / 2, place.size, over ? "#E69F00" : INK);
    if (layer === 0) write(context, frame.features[row], place.x - place.size / 2 - 5, place.y + 4, "right");
    if (over) [shown, title] = [frame.units[layer][row], layer ? `unit ${row + 1} of hidden layer ${layer}` : `the feature ${frame.features[row]}`];
  }));
  stands.forEach((column, layer) => write(context, layer ? `hidden ${layer}` : "features", column[0].x, 14, "center", MUTED));
  drawMap(context, shown, FIELD.x, FIELD.y, FIELD.size, INK);
  write(context, title, FIELD.x + FIELD.size / 2, 14, "center");
  drawPoints(context, frame.points, window.reach);
  drawLosses(context, frame.train, frame.test);
}

function reading(frame, settings) {
  const loss = (values) => values.at(-1).toFixed(3);
  return `${settings.data}, ${frame.features.join(" ")}, ${settings.layers} × ${settings.width} ${settings.activation}, ${settings.optimizer}: ` +
    `after ${frame.train.length - 1} epochs the loss is ${loss(frame.train)} on the training points and ${loss(frame.test)} on the test points.` +
    (frame.stopped && ` ${frame.stopped}`);
}

function render({ model, el }) {
  const choices = model.get("choices"), window = model.get("window"), settings = { ...model.get("settings") };
  const { canvas, context, words, place, tell } = sheet(WIDTH, HEIGHT);
  const play = element("button", { className: "main", textContent: "Play" }), step = element("button", { textContent: "Step" });
  const reset = element("button", { textContent: "Reset" });
  let frame = null, playing = false, asked = 0, hovered = null;

  const ask = (content) => { asked += 1; model.send({ known: frame?.train.length ?? 0, ...content }); };
  const more = (epochs, atOnce = asked + 1) => { while (asked < atOnce && frame && !frame.stopped) ask({ epochs }); };
  const restart = () => { frame = null; ask({ settings }); };
  const show = () => {
    draw(context, frame, hovered, window);
    if (!playing) tell(reading(frame, settings));
  };
  const pause = (now) => {
    playing = !now;
    play.textContent = playing ? "Pause" : "Play";
    if (playing) more(EPOCHS_A_FRAME, ON_THE_WAY);
    else if (frame) show();
  };
  const set = (name) => (value) => { settings[name] = value; restart(); };

  function receive(content, buffers) {
    asked -= 1;
    if (!frame && content.known) return;        // of a run that was left
    const bytes = new Uint8Array(buffers[0].buffer ?? buffers[0], buffers[0].byteOffset ?? 0, buffers[0].byteLength);
    const old = content.known && frame ? frame : { train: [], test: [], points: content.points };
    frame = { ...content, ...maps(bytes, window.cells, content.widths), points: old.points,
      train: [...old.train.slice(0, content.known), ...content.train], test: [...old.test.slice(0, content.known), ...content.test] };
    el.dataset.epochs = frame.train.length - 1;
    if (frame.stopped) pause(true);
    if (playing) more(EPOCHS_A_FRAME, ON_THE_WAY);
    show();
  }

  play.onclick = () => pause(playing);
  step.onclick = () => { pause(true); more(1); };
  reset.onclick = () => { pause(true); restart(); };
  canvas.onpointermove = (event) => {
    const [x, y] = place(event), before = String(hovered);
    hovered = null;
    places(frame?.widths ?? []).forEach((column, layer) => column.forEach((unit, row) => {
      if (Math.max(Math.abs(x - unit.x), Math.abs(y - unit.y)) < unit.size / 2) hovered = [layer, row];
    }));
    if (frame && String(hovered) !== before) draw(context, frame, hovered, window);
  };
  const pickers = ["data", "layers", "width", "activation", "optimizer", "lr", "seed"].map(
    (name) => picker(name, choices[name], settings[name], set(name)));
  el.append(element("div", { className: "course-canvas" },
    element("div", { className: "controls" }, play, step, reset, ...pickers, featureBoxes(choices.features, settings.features, set("features"))),
    canvas, words));
  model.on("msg:custom", receive);
  ask({});
  return () => { playing = false; model.off("msg:custom", receive); };
}

export default { render };
