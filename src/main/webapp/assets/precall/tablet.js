/**
 * An iPad that asks for desktop pages calls itself a Macintosh; no Macintosh has a touch screen.
 * @param {Navigator} navigator
 */
export const isTablet = ({ userAgent, maxTouchPoints }) => /Macintosh/.test(userAgent) && maxTouchPoints > 1;
