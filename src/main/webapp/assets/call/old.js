/* For browsers without modules: no other script of a call runs there, so this one says so. Old syntax on purpose. */
(function () {
  var token = location.hash.slice(1);
  var copy = document.querySelector('[data-do="copy"]');
  var address = document.querySelector('[data-address]');

  function each(word, act) {
    Array.prototype.forEach.call(document.querySelectorAll('[data-when~="' + word + '"]'), act);
  }

  function show(element) {
    element.removeAttribute('hidden');
  }

  each('unsupported', show);
  each('checking', function (element) {
    if (element.tagName === 'SECTION') {
      element.setAttribute('hidden', '');
    }
  });

  if (copy && address) {
    copy.onclick = function () {
      address.value = location.href;
      show(address);
      address.select();
      each(document.execCommand('copy') ? 'copied' : 'copy-by-hand', show);
    };
  }

  Array.prototype.forEach.call(document.querySelectorAll('[data-keep-fragment]'), function (link) {
    link.hash = location.hash;
  });

  // The professional, on the telephone, can say what to do.
  if (/^[\w-]{22}$/.test(token)) {
    var told = new XMLHttpRequest();
    told.open('POST', document.querySelector('meta[name="root"]').content + '/api/guest/look');
    told.setRequestHeader('Content-Type', 'application/json');
    told.send(JSON.stringify({ token: token, browser: 'unsupported' }));
  }
})();
