/** Goes on by itself to where the person ends the other session; the link is there for whoever has no scripts. */
const farewell = document.querySelector('[data-farewell]');
if (farewell) {
  window.location.replace(farewell.href);
}
