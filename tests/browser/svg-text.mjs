// What a rule engine cannot see: text inside SVG. Three faults are looked for: a label with too little contrast
// against what is painted behind it, a label that lies over or under something else, and a label that is cut off.

// Runs inside the page, so it may use nothing from outside its own braces.
export function svgTextFaults() {
  const faults = [];
  const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const colours = new Map();

  // Lets the browser itself read a colour in whatever notation it is written: [red, green, blue, alpha].
  function colour(value) {
    if (!value || value === "none" || value.startsWith("url(")) return [0, 0, 0, 0];
    if (!colours.has(value)) {
      pixel.clearRect(0, 0, 1, 1);
      pixel.fillStyle = value;
      pixel.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
      colours.set(value, [red, green, blue, alpha / 255]);
    }
    return colours.get(value);
  }

  function over([red, green, blue, alpha], below) {
    const mix = (top, bottom) => top * alpha + bottom * (1 - alpha);
    return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
  }

  // WCAG 2.2, relative luminance and contrast ratio.
  function luminance(rgb) {
    const [red, green, blue] = rgb.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  function opacity(element) {
    let left = 1;
    for (let at = element; at; at = at.parentElement) left *= Number(getComputedStyle(at).opacity);
    return left;
  }

  function painted(element, property) {
    const style = getComputedStyle(element);
    const [red, green, blue, alpha] = colour(style[property]);
    return [red, green, blue, alpha * Number(style[`${property}Opacity`]) * opacity(element)];
  }

  // What the page paints behind a picture, from the canvas of the browser upwards.
  function backdrop(svg) {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.backgroundColor = "Canvas";
    let behind = colour(getComputedStyle(probe).backgroundColor);
    probe.remove();
    const chain = [];
    for (let at = svg; at; at = at.parentElement) chain.unshift(at);
    for (const element of chain) behind = over(colour(getComputedStyle(element).backgroundColor), behind);
    return behind;
  }

  const scale = (matrix) => Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));

  // The four corners of a label on the screen. The part of a line above the capitals and below the baseline is
  // mostly air, so a fifth of the height is left out on both sides.
  function corners(element, matrix) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 0; at < element.getNumberOfChars(); at += 1) {
      const box = element.getExtentOfChar(at);
      if (box.width === 0) continue;
      left = Math.min(left, box.x);
      top = Math.min(top, box.y);
      right = Math.max(right, box.x + box.width);
      bottom = Math.max(bottom, box.y + box.height);
    }
    if (left >= right) return null;
    const air = (bottom - top) / 5;
    const points = [[left, top + air], [right, top + air], [right, bottom - air], [left, bottom - air]];
    return points.map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix));
  }

  function labels(svg) {
    const found = [];
    for (const element of svg.querySelectorAll("text, tspan")) {
      const own = element.querySelector("tspan") === null;
      const shows = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      const text = element.textContent.trim().replace(/\s+/g, " ");
      if (!own || !shows || text === "") continue;
      const matrix = element.getScreenCTM();
      const box = matrix && corners(element, matrix);
      if (box) found.push({ element, text, matrix, box });
    }
    return found;
  }

  const SHAPES = "rect, circle, ellipse, path, polygon, polyline, line";

  function holds(shape, point) {
    const inside = point.matrixTransform(shape.getScreenCTM().inverse());
    if (shape.isPointInFill(inside) && shape.tagName !== "line") return painted(shape, "fill");
    // A thin line behind a letter hides nothing; a thick one is a surface.
    const width = parseFloat(getComputedStyle(shape).strokeWidth) * scale(shape.getScreenCTM());
    return width >= 4 && shape.isPointInStroke(inside) ? painted(shape, "stroke") : null;
  }

  function after(shape, element) {
    return Boolean(element.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_FOLLOWING);
  }

  function along(box, share) {
    const between = (one, other, part) => one + (other - one) * part;
    const middle = (from, to) => [between(from.x, to.x, 0.5), between(from.y, to.y, 0.5)];
    const [start, end] = [middle(box[0], box[3]), middle(box[1], box[2])];
    return new DOMPoint(between(start[0], end[0], share), between(start[1], end[1], share));
  }

  function halo(label) {
    const style = getComputedStyle(label.element);
    const wide = parseFloat(style.strokeWidth) * scale(label.matrix) >= 2;
    return wide && style.paintOrder.startsWith("stroke") ? painted(label.element, "stroke") : [0, 0, 0, 0];
  }

  function checkPaint(label, shapes, behind) {
    const style = getComputedStyle(label.element);
    const size = parseFloat(style.fontSize) * scale(label.matrix);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    let lowest = Infinity;
    for (const share of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      const point = along(label.box, share);
      let surface = behind;
      for (const shape of shapes) {
        const paint = holds(shape, point);
        if (!paint) continue;
        if (!after(shape, label.element)) surface = over(paint, surface);
        else if (paint[3] > 0.9 && share === 0.5) {
          faults.push({ rule: "svg-text-covered", detail: `“${label.text}” lies under a ${shape.tagName}` });
        }
      }
      surface = over(halo(label), surface);
      lowest = Math.min(lowest, contrast(over(painted(label.element, "fill"), surface), surface));
    }
    if (lowest < (large ? 3 : 4.5)) {
      faults.push({ rule: "svg-text-contrast", detail: `“${label.text}” has a contrast of ${lowest.toFixed(2)}` });
    }
  }

  // Two convex shapes are apart when some side of one has all of the other beyond it.
  function apart(one, other) {
    return one.some((corner, at) => {
      const next = one[(at + 1) % one.length];
      const beyond = (point) => (next.x - corner.x) * (point.y - corner.y) - (next.y - corner.y) * (point.x - corner.x);
      const turn = Math.sign(beyond(one[(at + 2) % one.length]));
      return other.every((point) => beyond(point) * turn <= 0.5 * Math.hypot(next.x - corner.x, next.y - corner.y));
    });
  }

  function checkPlace(label, svg, others) {
    for (const other of others) {
      if (!apart(label.box, other.box) && !apart(other.box, label.box)) {
        faults.push({ rule: "svg-text-overlap", detail: `“${label.text}” runs into “${other.text}”` });
      }
    }
    const edge = svg.getBoundingClientRect();
    const outside = ({ x, y }) => x < edge.left - 1 || x > edge.right + 1 || y < edge.top - 1 || y > edge.bottom + 1;
    if (getComputedStyle(svg).overflow !== "visible" && label.box.some(outside)) {
      faults.push({ rule: "svg-text-cut-off", detail: `“${label.text}” runs over the edge of its picture` });
    }
  }

  for (const svg of document.querySelectorAll("svg")) {
    if (svg.ownerSVGElement || !svg.checkVisibility()) continue;
    const behind = backdrop(svg);
    const drawn = (shape) => shape.checkVisibility() && !shape.closest("defs, clipPath, mask, pattern, symbol");
    const shapes = [...svg.querySelectorAll(SHAPES)].filter(drawn);
    const found = labels(svg);
    found.forEach((label, at) => {
      checkPaint(label, shapes, behind);
      checkPlace(label, svg, found.slice(at + 1));
    });
  }
  return faults;
}
