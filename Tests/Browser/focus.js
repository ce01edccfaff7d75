// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at what has the focus: whether it is what was wanted, what it is called, and what is wrong with it for somebody who
// works by keyboard. WCAG 2.2: 2.4.7 and 1.4.11 (the focus is seen), 2.4.11 (it is hidden by nothing), 2.5.8 (targets are
// large enough, those in sentences aside).
([wanted, isWhole]) => {
  const stops = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])";
  const targets = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const least = 24;
  const slack = 0.5;

  const seen = element => element.checkVisibility() && element.getClientRects().length > 0;
  const control = element => {
    const near = element.closest(stops + ', label');
    return near?.tagName === 'LABEL' ? near.control : near;
  };
  const name = element => {
    const words = element.getAttribute('aria-label') || element.labels?.[0]?.textContent || element.textContent
      || element.getAttribute('name') || element.id;
    return `${element.tagName.toLowerCase()} "${(words || '').trim().replace(/\s+/g, ' ').slice(0, 60)}"`;
  };

  // Colours.
  const parts = colour => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const isClear = colour => colour === 'transparent' || parts(colour)[3] === 0;
  const luminance = colour => {
    const [red, green, blue] = parts(colour).map(one => one / 255)
      .map(one => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const ground = element => {
    for (let one = element.parentElement; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!isClear(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };

  const unseen = element => {
    const style = getComputedStyle(element);
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return ['does not show that it has the focus'];
    const ratio = contrast(style.outlineColor, ground(element));
    return ratio < 3 ? [`shows the focus at a contrast of ${ratio.toFixed(1)} to 1`] : [];
  };

  const [wide, high] = [document.documentElement.clientWidth, document.documentElement.clientHeight];
  const isSeenAt = (element, [x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return Boolean(hit) && (element.contains(hit) || hit.closest('label')?.control === element);
  };
  // The middle and the middles of the edges: corners may be round. Of what is larger than the window, and of where several
  // lines are typed, which is moved by the line, it is the middle of what the window has of it. Without scripts a part is
  // enough from side to side: browsers leave where it is what stands at a side of a frame that scrolls.
  const hidden = element => {
    const boxes = [...element.getClientRects()].filter(box => box.width > 0 && box.height > 0);
    if (boxes.length === 0) return ['has the focus and is not there to be seen'];
    for (const box of boxes) {
      const isLarge = box.width > wide || box.height > high || element.tagName === 'TEXTAREA';
      const [left, right, top, bottom] = isLarge
        ? [Math.max(box.left, 0), Math.min(box.right, wide), Math.max(box.top, 0), Math.min(box.bottom, high)]
        : [box.left, box.right, box.top, box.bottom];
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      if (top < -slack || bottom > high + slack || left >= right || top >= bottom) {
        return ['has the focus outside of the window'];
      }
      const [down, across] = [Math.min(3, (bottom - top) / 3), Math.min(3, (right - left) / 3)];
      const places = isLarge ? [x] : [left + across, x, right - across];
      const parts = places.filter(place => isSeenAt(element, [place, y]));
      const isHidden = isWhole ? parts.length < places.length : parts.length === 0;
      const column = parts.includes(x) ? x : parts[0];
      const covered = isHidden ? [places.find(place => !parts.includes(place)), y]
        : isLarge ? undefined
          : [[column, top + down], [column, bottom - down]].find(point => !isSeenAt(element, point));
      if (covered) {
        const hit = document.elementFromPoint(...covered);
        return [`is hidden by ${hit ? name(hit) : 'the side of the window'} while it has the focus`];
      }
    }
    return [];
  };

  const isSmall = box => box.width < least - slack || box.height < least - slack;
  const middle = box => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const small = element => {
    const box = element.getBoundingClientRect();
    if (!element.matches(targets) || !isSmall(box)) return [];
    const isInSentence = getComputedStyle(element).display === 'inline'
      && element.parentElement.textContent.trim() !== element.textContent.trim();
    if (isInSentence) return [];
    // What is small counts as large where a circle around its middle touches nothing else that is pressed.
    const [x, y] = middle(box);
    const close = [...document.querySelectorAll(targets)].find(other => {
      if (other === element || !seen(other)) return false;
      const its = other.getBoundingClientRect();
      const [right, down] = isSmall(its) ? middle(its)
        : [Math.min(Math.max(x, its.left), its.right), Math.min(Math.max(y, its.top), its.bottom)];
      return Math.hypot(right - x, down - y) < (isSmall(its) ? least : least / 2) - slack;
    });
    return close ? [`is ${box.width.toFixed(0)} by ${box.height.toFixed(0)} pixels, and close to ${name(close)}`] : [];
  };

  const aim = wanted && control(wanted);
  const active = document.activeElement;
  const isNowhere = !active || active === document.body || active === document.documentElement;
  const place = aim && !isNowhere ? active.compareDocumentPosition(aim) : 0;
  const isOfGroup = aim?.type === 'radio' && active?.type === 'radio' && active.name === aim.name && active.form === aim.form;
  return {
    stops: [...document.querySelectorAll(stops)].filter(seen).length,
    isThere: Boolean(aim) && (active === aim || isOfGroup),
    isBehind: Boolean(place & Node.DOCUMENT_POSITION_PRECEDING),
    isNowhere,
    aim: wanted && name(aim ?? wanted),
    kind: aim?.tagName ?? '',
    name: isNowhere ? '' : name(active),
    problems: isNowhere ? [] : [...unseen(active), ...hidden(active), ...small(active)],
  };
}
