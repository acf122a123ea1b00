/** What must be known of the browser before anything is used up. */
const IN_APP = /FBA[NV]|Instagram|Line\/|Snapchat|TikTok|musical_ly|LinkedInApp|GSA\/|; wv\)/;
const APPLE_IN_APP = /iP(hone|ad|od).*AppleWebKit(?!.*Safari)/;

/**
 * @param {Window} browser
 * @param {boolean} [old] below the site's floor, as the server found in its name
 * @returns {string} `able`, `in-app` (a browser inside another app: most of them give no camera) or `unsupported`
 */
export function judge(browser, old) {
  const { navigator } = browser;
  if (IN_APP.test(navigator.userAgent) || APPLE_IN_APP.test(navigator.userAgent)) {
    return 'in-app';
  }
  return !old && able(browser) ? 'able' : 'unsupported';
}

/** @returns {boolean} camera, microphone and calls exist here */
export function able(browser) {
  const { mediaDevices } = browser.navigator;
  return Boolean(mediaDevices && mediaDevices.getUserMedia && browser.RTCPeerConnection && browser.WebSocket);
}
