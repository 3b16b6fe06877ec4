// What both canvases use.

const INK = "#222222", MUTED = "#626262";

function element(kind, properties = {}, ...children) {
  const made = Object.assign(document.createElement(kind), properties);
  made.append(...children);
  return made;
}

function write(context, text, x, y, align = "left", colour = INK) {
  context.font = "12.5px system-ui, sans-serif";
  context.textAlign = align;
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

// A canvas with as many pixels as the screen has, drawn on in units of width x height, and the words for who cannot see it.
function sheet(width, height) {
  const sharpness = Math.max(1.5, globalThis.devicePixelRatio);
  const canvas = element("canvas", { width: width * sharpness, height: height * sharpness }), context = canvas.getContext("2d");
  const words = element("p", { role: "status" });
  canvas.setAttribute("role", "img");
  context.scale(sharpness, sharpness);
  const place = ({ offsetX, offsetY }) => [offsetX, offsetY].map((value) => (value * width) / canvas.clientWidth);
  const tell = (text) => { canvas.ariaLabel = words.textContent = text; };
  return { canvas, context, words, place, tell };
}

