import { SOUND, ask, troubleOf } from './devices.js';

/**
 * The microphone by itself, where the camera stands in the way: being heard is better than staying out. After a refusal,
 * only where the microphone was allowed for sure, lest the person be asked a second time.
 *
 * @param {Promise<MediaStream>} prompt for both
 * @param {function(string)} told why there is no picture: refused, missing or occupied
 * @returns {Promise<MediaStream>} rejects with the first error where the microphone does not open either
 */
export function orSoundAlone(prompt, told) {
  return prompt.catch((error) =>
    worthTrying(error)
      .then((worth) => (worth ? ask(SOUND) : Promise.reject(error)))
      .then(
        (stream) => {
          told(troubleOf(error));
          return stream;
        },
        () => Promise.reject(error),
      ),
  );
}

/** What the browser says of permissions is a hint: Safari and Firefox are not to be believed, nor always asked. */
function worthTrying(error) {
  if (troubleOf(error) !== 'refused') {
    return Promise.resolve(true);
  }
  const { permissions } = navigator;
  return permissions && permissions.query
    ? permissions.query({ name: 'microphone' }).then(({ state }) => state === 'granted')
    : Promise.resolve(false);
}
