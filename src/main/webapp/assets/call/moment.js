/** A thing that happened, told for a few seconds: long enough to be read twice. */
const LASTS = 6000;

/** @param {function(boolean)} tell true now, false once it is old */
export function createMoment(tell) {
  let timer = 0;
  return {
    tell() {
      clearTimeout(timer);
      tell(true);
      timer = setTimeout(() => tell(false), LASTS);
    },
  };
}
