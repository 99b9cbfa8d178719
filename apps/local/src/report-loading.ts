// Loaded before the program itself (`--import`): sends heartbeats while its modules are still loading.
import { reportAlive, reportPhase } from '../../../libs/platform/src/start-progress.js';

reportPhase('loading the modules');
reportAlive();
