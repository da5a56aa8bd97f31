import Foundation

extension Browser {
    /// What a careful person would find wrong with the page as it is shown: sideways scrolling, text that is cut off or
    /// lies over other text, too little contrast, fields without a label, headings out of order.
    func flaws() async throws -> [String] {
        try await run(PageChecks.script) as? [String] ?? ["the page could not be looked at"]
    }
}

private enum PageChecks {
    static let script = """
        const flaws = [];
        const isShown = (e) => e.checkVisibility ? e.checkVisibility() : e.offsetParent !== null;
        const say = (what, e) => flaws.push(what + ": <" + e.tagName.toLowerCase() + " class='" + e.className + "'> "
          + (e.textContent || e.name || "").trim().slice(0, 60));
        const root = document.documentElement;
        if (root.scrollWidth > innerWidth + 1) flaws.push("the page scrolls sideways: " + root.scrollWidth + " in " + innerWidth);

        // Headings: one of the first level, and no level left out.
        const levels = [...document.querySelectorAll("h1, h2, h3, h4")].filter(isShown).map((e) => Number(e.tagName[1]));
        if (levels.filter((l) => l === 1).length !== 1) flaws.push("there is not one heading of the first level");
        levels.forEach((l, i) => { if (i > 0 && l > levels[i - 1] + 1) flaws.push("a heading of level " + l + " follows one of " + levels[i - 1]); });

        // Every control says what it is for; every id stands once.
        for (const e of document.querySelectorAll("input, select, textarea, button, a")) {
          if (e.type === "hidden" || !isShown(e)) continue;
          const name = e.getAttribute("aria-label") || (e.labels && [...e.labels].map((l) => l.textContent).join(" "))
            || (["A", "BUTTON"].includes(e.tagName) ? e.textContent + (e.querySelector("title")?.textContent || "") : "");
          if (!name || !name.trim()) say("nothing says what it is for", e);
        }
        const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
        for (const id of new Set(ids)) if (ids.filter((i) => i === id).length > 1) flaws.push("the id " + id + " stands twice");

        // Contrast of text on its ground, WCAG 2.2.
        const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const colour = (text) => {
          canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = text; canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data];
        };
        const light = ([r, g, b]) => {
          const [x, y, z] = [r, g, b].map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
          return 0.2126 * x + 0.7152 * y + 0.0722 * z;
        };
        const ground = (e) => {
          for (let at = e; at; at = at.parentElement) {
            const c = colour(getComputedStyle(at).backgroundColor);
            if (c[3] === 255) return c;
          }
          return [255, 255, 255, 255];
        };
        const seen = new Set();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const e = walker.currentNode.parentElement;
          if (!walker.currentNode.textContent.trim() || seen.has(e) || !isShown(e) || e.closest(".skip, .hidden, svg, option")) continue;
          seen.add(e);
          const style = getComputedStyle(e);
          const [a, b] = [light(colour(style.color)), light(ground(e))].sort((x, y) => y - x);
          const size = parseFloat(style.fontSize);
          const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
          if ((a + 0.05) / (b + 0.05) < (isLarge ? 3 : 4.5)) say("too little contrast", e);
          // Marks above and below Vietnamese letters need their room.
          if (style.overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1 && style.position !== "absolute") say("cut off at the side", e);
          if (style.overflowY === "hidden" && e.scrollHeight > e.clientHeight + 1 && style.position !== "absolute") say("cut off below", e);
        }

        // Nothing that can be pressed lies over another such thing, or is too small for a finger.
        const presses = [...document.querySelectorAll("main a, main button, main input:not([type=hidden]), main select, main textarea")].filter(isShown)
          .filter((e) => !e.closest("svg")).slice(0, 400);
        const boxes = presses.map((e) => [...e.getClientRects()]);
        for (let i = 0; i < presses.length; i++) for (let j = i + 1; j < presses.length; j++) {
          if (presses[i].contains(presses[j]) || presses[j].contains(presses[i])) continue;
          const isOver = boxes[i].some((p) => boxes[j].some((q) =>
            p.left < q.right - 2 && q.left < p.right - 2 && p.top < q.bottom - 3 && q.top < p.bottom - 3));
          if (isOver) say("lies over something", presses[j]);
        }
        return flaws;
        """
}
