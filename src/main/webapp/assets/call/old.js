/* For browsers without modules: no other script of a call runs there, so this one says so. Old syntax on purpose. */
(function () {
  function each(words, act) {
    Array.prototype.forEach.call(document.querySelectorAll('[data-when~="' + words + '"]'), act);
  }
  each('unsupported', function (element) {
    element.removeAttribute('hidden');
  });
  each('checking', function (element) {
    if (element.tagName === 'SECTION') {
      element.setAttribute('hidden', '');
    }
  });
})();
