// Makes a drawing movable: buttons, plus and minus, arrow keys, Ctrl and wheel, two fingers, dragging.
// Pins and names keep their size: they are scaled back by as much as the drawing grows.
const LARGEST = 8;
const STEP = 1.5;

for (const frame of document.querySelectorAll("[data-map]")) movable(frame);

function movable(frame) {
  const drawing = frame.querySelector("svg");
  const tools = frame.querySelector("[data-map-tools]");
  const { width, height } = drawing.viewBox.baseVal;
  const kept = [...drawing.querySelectorAll(".map-pin, .map-name, .map-town")].map((part) => {
    const said = (...names) => Number(part.getAttribute(names.find((name) => part.hasAttribute(name))));
    return { part, x: said("data-x", "cx", "x"), y: said("data-y", "cy", "y") };
  });
  const fingers = new Map();
  let view = { x: 0, y: 0, scale: 1 };
  let dragged = false;

  const limit = (value, low, high) => Math.min(Math.max(value, low), high);

  function show({ x, y, scale }) {
    scale = limit(scale, 1, LARGEST);
    view = { x: limit(x, 0, width - width / scale), y: limit(y, 0, height - height / scale), scale };
    drawing.setAttribute("viewBox", `${view.x} ${view.y} ${width / scale} ${height / scale}`);
    for (const { part, x: atX, y: atY } of kept) {
      part.setAttribute("transform", `translate(${atX} ${atY}) scale(${1 / scale}) translate(${-atX} ${-atY})`);
    }
    frame.classList.toggle("zoomed", scale > 1);
    for (const button of tools.querySelectorAll("[data-zoom]")) {
      button.setAttribute("aria-disabled", String(button.dataset.zoom === "in" ? scale >= LARGEST : scale <= 1));
    }
  }

  // Keeps the point (in units) under the same spot of the screen.
  function zoom(factor, atX = view.x + width / view.scale / 2, atY = view.y + height / view.scale / 2) {
    const scale = limit(view.scale * factor, 1, LARGEST);
    const ratio = view.scale / scale;
    show({ x: atX - (atX - view.x) * ratio, y: atY - (atY - view.y) * ratio, scale });
  }

  const whole = () => show({ x: 0, y: 0, scale: 1 });
  const move = (x, y) => show({ x: view.x + (x * width) / view.scale, y: view.y + (y * height) / view.scale, scale: view.scale });

  function unit(clientX, clientY) {
    const box = drawing.getBoundingClientRect();
    return [view.x + ((clientX - box.left) / box.width) * (width / view.scale),
      view.y + ((clientY - box.top) / box.height) * (height / view.scale)];
  }

  tools.addEventListener("click", (event) => {
    const how = event.target.closest("[data-zoom]")?.dataset.zoom;
    if (how === "in") zoom(STEP);
    else if (how === "out") zoom(1 / STEP);
    else if (how === "all") whole();
  });

  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const does = {
      "+": () => zoom(STEP), "=": () => zoom(STEP), "-": () => zoom(1 / STEP), "0": whole,
      ...(view.scale > 1 && {
        ArrowLeft: () => move(-0.2, 0), ArrowRight: () => move(0.2, 0),
        ArrowUp: () => move(0, -0.2), ArrowDown: () => move(0, 0.2),
      }),
    }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });

  // A page that scrolls must not be caught by a map under the pointer: the wheel alone belongs to the page.
  drawing.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 200), ...unit(event.clientX, event.clientY));
  }, { passive: false });

  drawing.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, [event.clientX, event.clientY]);
    dragged = false;
  });
  drawing.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = [event.clientX, event.clientY];
    const box = drawing.getBoundingClientRect();
    if (fingers.size === 2) {
      const [, other] = [...fingers].find(([id]) => id !== event.pointerId);
      const apart = ([x, y]) => Math.hypot(x - other[0], y - other[1]);
      if (apart(before)) zoom(apart(now) / apart(before), ...unit((now[0] + other[0]) / 2, (now[1] + other[1]) / 2));
      dragged = true;
    } else if (view.scale > 1) {
      if (!dragged && Math.hypot(now[0] - before[0], now[1] - before[1]) < 4) return;
      if (!dragged) drawing.setPointerCapture(event.pointerId);
      dragged = true;
      move((before[0] - now[0]) / box.width, (before[1] - now[1]) / box.height);
    }
    fingers.set(event.pointerId, now);
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
    drawing.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
  // What ends a drag is no click on a pin.
  drawing.addEventListener("click", (event) => { if (dragged) event.preventDefault(); dragged = false; }, true);
  drawing.addEventListener("dragstart", (event) => event.preventDefault());

  // A pin that gets the focus outside the view is brought into it.
  drawing.addEventListener("focusin", (event) => {
    const pin = kept.find(({ part }) => part === event.target);
    if (!pin || view.scale === 1) return;
    const [wide, high] = [width / view.scale, height / view.scale];
    if (pin.x < view.x || pin.x > view.x + wide || pin.y < view.y || pin.y > view.y + high) {
      show({ x: pin.x - wide / 2, y: pin.y - high / 2, scale: view.scale });
    }
  });

  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", frame.dataset.label);
  tools.hidden = false;
  show(view);
}
