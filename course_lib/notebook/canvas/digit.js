// A sheet to draw a digit on. At every stroke the sheet goes to the kernel, and what comes back is drawn beside it:
// the 8 x 8 blocks that the network gets, and its ten probabilities as bars with their digits.

const WIDTH = 720, HEIGHT = 290, SHEET = { x: 6, y: 24, size: 260 }, BLOCKS = { x: 306, y: 64, size: 140 }, BARS = { x: 510, y: 28, width: 150, step: 26 };
const SIDE = 96, PEN = 24, BLUE = "#0072B2";

function drawBlocks(context, blocks) {
  const size = BLOCKS.size / 8;
  blocks.forEach((ink, i) => {
    const grey = Math.round(255 - 225 * ink);
    context.fillStyle = `rgb(${grey}, ${grey}, ${grey})`;
    context.fillRect(BLOCKS.x + (i % 8) * size, BLOCKS.y + Math.floor(i / 8) * size, size, size);
  });
  context.strokeStyle = MUTED;
  context.strokeRect(BLOCKS.x, BLOCKS.y, BLOCKS.size, BLOCKS.size);
}

function drawBars(context, probabilities) {
  const best = probabilities ? probabilities.indexOf(Math.max(...probabilities)) : -1;
  for (let digit = 0; digit < 10; digit++) {
    const y = BARS.y + digit * BARS.step, p = probabilities?.[digit] ?? 0;
    write(context, String(digit), BARS.x - 10, y + 14, "right");
    context.fillStyle = digit === best ? BLUE : "#B8C4CC";
    context.fillRect(BARS.x, y + 1, Math.max(1, p * BARS.width), BARS.step - 9);
    if (probabilities) write(context, p.toFixed(2), BARS.x + Math.max(1, p * BARS.width) + 6, y + 14);
  }
}

function reading(probabilities) {
  if (!probabilities) return "Draw a digit, large, in the frame on the left.";
  const order = probabilities.map((p, digit) => [p, digit]).sort((a, b) => b[0] - a[0]);
  return `The network reads ${order[0][1]} with probability ${order[0][0].toFixed(2)}; next comes ${order[1][1]} with ${order[1][0].toFixed(2)}.`;
}

function render({ model, el }) {
  const { canvas, context, words, place, tell } = sheet(WIDTH, HEIGHT);
  const clear = element("button", { textContent: "Clear" }), undo = element("button", { textContent: "Undo" });
  let strokes = [], answer = { blocks: Array(64).fill(0), probabilities: null }, drawing = false, asking = false, changed = false;

  function ink(context, scale) {
    context.lineWidth = PEN * scale;
    context.lineCap = context.lineJoin = "round";
    context.strokeStyle = "#000000";
    for (const stroke of strokes) {
      context.beginPath();
      for (const [x, y] of stroke) context.lineTo(x * scale, y * scale);
      context.lineTo(stroke.at(-1)[0] * scale + 0.01, stroke.at(-1)[1] * scale);       // a click is a dot; a line of no length would be none
      context.stroke();
    }
  }

  function draw() {
    context.clearRect(0, 0, WIDTH, HEIGHT);
    context.fillStyle = "#FFFFFF";
    context.fillRect(SHEET.x, SHEET.y, SHEET.size, SHEET.size);
    context.save();
    context.beginPath();
    context.rect(SHEET.x, SHEET.y, SHEET.size, SHEET.size);
    context.clip();
    context.translate(SHEET.x, SHEET.y);
    ink(context, 1);
    context.restore();
    context.lineWidth = 1.5;
    context.strokeStyle = INK;
    context.strokeRect(SHEET.x, SHEET.y, SHEET.size, SHEET.size);
    write(context, "draw here", SHEET.x, 15);
    write(context, "what the network gets", BLOCKS.x, BLOCKS.y - 10);
    write(context, "what it answers", BARS.x, 15);
    drawBlocks(context, answer.blocks);
    drawBars(context, answer.probabilities);
    tell(reading(answer.probabilities));
  }

  function ask() {
    changed = true;
    if (asking) return;
    asking = true;
    changed = false;
    const small = element("canvas", { width: SIDE, height: SIDE }).getContext("2d");
    ink(small, SIDE / SHEET.size);
    const pixels = small.getImageData(0, 0, SIDE, SIDE).data, grey = new Uint8Array(SIDE * SIDE);
    for (let i = 0; i < grey.length; i++) grey[i] = pixels[4 * i + 3];
    model.send({ side: SIDE }, undefined, [grey.buffer]);
  }

  function receive(content) {
    answer = content;
    asking = false;
    draw();
    if (changed) ask();
  }

  const onSheet = (event) => {
    const [x, y] = place(event);
    return [x - SHEET.x, y - SHEET.y];
  };
  canvas.onpointerdown = (event) => {
    const at = onSheet(event);
    if (at.some((value) => value < 0 || value > SHEET.size)) return;
    canvas.setPointerCapture(event.pointerId);
    drawing = true;
    strokes.push([at]);
    draw();
    ask();
  };
  canvas.onpointermove = (event) => {
    if (!drawing) return;
    strokes.at(-1).push(onSheet(event));
    draw();
    ask();
  };
  canvas.onpointerup = canvas.onpointercancel = () => { drawing = false; };
  undo.onclick = () => { strokes.pop(); draw(); ask(); };
  clear.onclick = () => { strokes = []; draw(); ask(); };

  el.append(element("div", { className: "course-canvas" }, canvas, element("div", { className: "controls" }, undo, clear), words));
  model.on("msg:custom", receive);
  draw();
  return () => model.off("msg:custom", receive);
}

export default { render };
