/** What a participant's page loads only once it is needed: the tap brings it, while the camera prompt is being read. */
import { arrive } from './page.js';
import { createStay } from './stay.js';

arrive('rest', createStay);
