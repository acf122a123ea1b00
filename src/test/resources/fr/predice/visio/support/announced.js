/* Runs before a page's own scripts and writes down what a screen reader says by itself, in order: what comes into a live
   region, and the heading that the page moves the focus to. What was in a region when it came itself is not said, nor what
   goes. */
(() => {
  const REGIONS = '[aria-live]:not([aria-live=off]), [role=status], [role=alert]';
  const inSight = new Map();
  window.announced = [];

  const shown = (node) => node.parentElement.checkVisibility() && !node.parentElement.closest('[aria-hidden=true]');
  const say = (texts) => {
    const text = texts.join(' ').replace(/\s+/g, ' ').trim();
    if (text) {
      window.announced.push(text);
    }
  };

  function texts(region) {
    const found = new Map();
    const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && node.parentElement.closest(REGIONS) === region && shown(node)) {
        found.set(node, node.data);
      }
    }
    return found;
  }

  function listen() {
    document.querySelectorAll(REGIONS).forEach((region) => {
      const now = texts(region);
      const before = inSight.get(region);
      const news = Array.from(now).filter(([node, data]) => !before || before.get(node) !== data);
      const whole = region.getAttribute('aria-atomic') === 'true'
        || (region.hasAttribute('role') && !region.hasAttribute('aria-atomic'));
      if (before && news.length) {
        say(whole ? Array.from(now.values()) : news.map(([, data]) => data));
      }
      if (region.checkVisibility()) {
        inSight.set(region, now);
      } else {
        inSight.delete(region);
      }
    });
  }

  new MutationObserver(listen).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['hidden', 'class', 'role', 'aria-live', 'aria-hidden'],
  });
  document.addEventListener('focusin', ({ target }) => {
    if (/^H\d$/.test(target.tagName)) {
      say([target.textContent]);
    }
  });
})();
