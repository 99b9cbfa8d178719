// Loaded before a program itself (`--import`): says that it lives while its modules are still being loaded.
import { reportAlive, reportPhase } from '../../../libs/platform/src/start-progress.js';

reportPhase('loading the modules');
reportAlive();
