/** What reads the page aloud, loaded when somebody asks for it. */
import { arrive } from './page.js';
import { createReader } from './reader.js';

arrive('aloud', createReader);
